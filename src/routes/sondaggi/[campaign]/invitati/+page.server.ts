import { portal } from '#lib/server/database/database.ts';
import { invitedList, searched } from '#lib/server/survey/invited-list.ts';
import { knownCampaign } from '../campaign-of.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) => {
  const campaign = await knownCampaign(params.campaign);
  const words = (url.searchParams.get('cerca') ?? '').slice(0, 100);
  const page = Math.max(1, Math.trunc(Number(url.searchParams.get('pagina'))) || 1);
  const { id, title, state } = campaign;
  const found = searched(await invitedList(portal().read, campaign), words, page);
  return { campaign: { id, title, state }, words, page, ...found };
};
