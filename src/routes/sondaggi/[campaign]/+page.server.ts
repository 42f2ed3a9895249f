import { fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { isoDate } from '#core/calendar/iso-date.ts';
import { m } from '#lib/paraglide/messages.js';
import { lastSecond } from '#lib/server/calendar/last-second.ts';
import { today } from '#lib/server/calendar/today.ts';
import { portal } from '#lib/server/database/database.ts';
import { formText } from '#lib/server/http/form-text.ts';
import { ENTITY, may } from '#lib/server/permissions/permission.ts';
import type { PersonId } from '#lib/server/organisation/model.ts';
import * as campaigns from '#lib/server/survey/campaigns.ts';
import type { CampaignId } from '#lib/server/survey/model.ts';
import { takesVotes } from '#lib/server/survey/open-campaign.ts';
import { overviewOf } from '#lib/server/survey/overview.ts';
import { knownCampaign } from './campaign-of.ts';
import { confirmField } from './confirm-field.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const campaign = await knownCampaign(params.campaign);
  return {
    campaign,
    overview: await overviewOf(portal(), campaign),
    lastDay: today(new Date(campaign.closesAt)),
    isOver: !takesVotes(campaign),
    today: today(),
    mayManage: may(locals.signedIn!.subject, 'survey.manage', ENTITY),
  };
};

const FAULTS = {
  unknown: m.survey_manage_fault_unknown,
  wrongState: m.survey_manage_fault_wrongState,
  anotherIsOpen: m.survey_manage_fault_anotherIsOpen,
  nobodyInvited: m.survey_manage_fault_nobodyInvited,
  deadline: m.survey_manage_fault_deadline,
} satisfies Record<campaigns.CampaignFault, () => string>;

type Step = 'discard' | 'open' | 'extend' | 'close' | 'publish';

const refused = (message: string, field?: string) => fail(400, { faults: [{ message, field }] });

/** Takes a step that was confirmed; none can be taken back. */
async function take(
  { locals, params }: RequestEvent,
  form: FormData,
  step: Step,
  work: (by: PersonId, id: CampaignId) => Promise<campaigns.Step>,
) {
  const field = confirmField(step);
  if (form.get(field) !== 'yes') return refused(m.survey_manage_fault_confirm(), field);
  const taken = await work(locals.signedIn!.session.person, params.campaign as CampaignId);
  return taken.ok ? { done: step } : refused(FAULTS[taken.fault]());
}

export const actions: Actions = {
  discard: async (event) => {
    const form = await event.request.formData();
    const taken = await take(event, form, 'discard', (by, id) => campaigns.discard(portal(), by, id));
    if ('done' in taken) redirect(303, resolve('/sondaggi'));
    return taken;
  },
  open: async (event) =>
    take(event, await event.request.formData(), 'open', (by, id) => campaigns.open(portal(), by, id)),
  extend: async (event) => {
    const form = await event.request.formData();
    const lastDay = isoDate(formText(form, 'lastDay'));
    if (lastDay === null) return refused(m.survey_manage_extend_dateOdd(), 'lastDay');
    return take(event, form, 'extend', (by, id) => campaigns.extend(portal(), by, id, lastSecond(lastDay)));
  },
  close: async (event) =>
    take(event, await event.request.formData(), 'close', (by, id) => campaigns.close(portal(), by, id)),
  publish: async (event) =>
    take(event, await event.request.formData(), 'publish', (by, id) => campaigns.publish(portal(), by, id)),
};
