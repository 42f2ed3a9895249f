import { fail } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { portal } from '#lib/server/database/database.ts';
import { theMailer } from '#lib/server/mail/mail.ts';
import { mailingsOf, order, ordersOf, type MailingFault } from '#lib/server/mail/mailings.ts';
import type { MailKind } from '#lib/server/mail/model.ts';
import type { CampaignId } from '#lib/server/survey/model.ts';
import { knownCampaign } from '../campaign-of.ts';
import { confirmField } from '../confirm-field.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ params }) => {
  const { read } = portal();
  const campaign = await knownCampaign(params.campaign);
  return {
    campaign: { id: campaign.id, title: campaign.title },
    hasMailServer: theMailer() !== null,
    orders: await ordersOf(read, campaign),
    mailings: (await mailingsOf(read, campaign.id)).map(({ id, kind, orderedAt, counts }) => ({
      ...{ id, kind, orderedAt, counts },
    })),
  };
};

const FAULTS = {
  notOpen: m.survey_manage_mail_notOpen,
  nobody: m.survey_manage_mail_nobody,
  remindedToday: m.survey_manage_mail_remindedToday,
} satisfies Record<MailingFault, () => string>;

const refused = (message: string, field?: string) => fail(400, { faults: [{ message, field }] });

async function send({ locals, params, request, url }: RequestEvent, step: string, kind: MailKind) {
  const field = confirmField(step);
  if ((await request.formData()).get(field) !== 'yes') return refused(m.survey_manage_fault_confirm(), field);
  if (theMailer() === null) return refused(m.survey_manage_mail_noServer());
  const by = locals.signedIn!.session.person;
  const ordered = await order(portal(), by, params.campaign as CampaignId, kind, url.origin);
  return ordered.ok ? { mails: ordered.mails } : refused(FAULTS[ordered.fault]());
}

export const actions: Actions = {
  invite: (event) => send(event, 'invite', 'invitation'),
  remind: (event) => send(event, 'remind', 'reminder'),
};
