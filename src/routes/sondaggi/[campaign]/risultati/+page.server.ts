import { error } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { portal } from '#lib/server/database/database.ts';
import { campaignOf, frozenDigest } from '#lib/server/survey/campaigns.ts';
import { scaleIn } from '#lib/server/survey/scale.ts';
import { resultView } from '#lib/server/survey/result-view.ts';
import type { PageServerLoad } from './$types';

/** The whole published result, for who reads the entity's. */
export const load: PageServerLoad = async ({ locals, params }) => {
  const { read } = portal();
  const campaign = await campaignOf(read, params.campaign);
  const digest = campaign && (await frozenDigest(read, campaign.id));
  const view = digest && (await resultView(read, campaign, digest, locals.locale));
  if (!view) error(404, m.ui_error_404_what());
  return { view, scale: scaleIn(locals.locale) };
};
