import { error } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { portal } from '#lib/server/database/database.ts';
import { MAILS_A_PAGE, mailingsOf, mailsOf } from '#lib/server/mail/mailings.ts';
import { knownCampaign } from '../../campaign-of.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) => {
  const { read } = portal();
  const campaign = await knownCampaign(params.campaign);
  const mailing = (await mailingsOf(read, campaign.id)).find(({ id }) => id === params.mailing);
  if (!mailing) error(404, m.ui_error_404_what());
  const page = Math.max(1, Math.trunc(Number(url.searchParams.get('pagina'))) || 1);
  const { queued, sent, failed } = mailing.counts;
  return {
    campaign: { id: campaign.id, title: campaign.title },
    mailing,
    mails: await mailsOf(read, mailing.id, page),
    page,
    pages: Math.ceil((queued + sent + failed) / MAILS_A_PAGE),
  };
};
