import { error } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { portal } from '#lib/server/database/database.ts';
import { ENTITY, may } from '#lib/server/permissions/permission.ts';
import { campaignOf, frozenDigest } from '#lib/server/survey/campaigns.ts';
import { scaleIn } from '#lib/server/survey/scale.ts';
import { resultView } from '#lib/server/survey/result-view.ts';
import type { PageServerLoad } from './$types';

/** The result of one direction beside the entity's: for who leads it, once it is published. */
export const load: PageServerLoad = async ({ locals, params }) => {
  const { read } = portal();
  const campaign = await campaignOf(read, params.campaign);
  const seesAll = may(locals.signedIn!.subject, 'survey.result.read', ENTITY);
  const readable = campaign?.state === 'published' || (campaign?.state === 'closed' && seesAll);
  const digest = readable ? await frozenDigest(read, campaign.id) : null;
  const view = campaign && digest && (await resultView(read, campaign, digest, locals.locale));
  const direction = view ? view.directions.find(({ id }) => id === params.direction) : undefined;
  if (!view || !direction) error(404, m.ui_error_404_what());
  const { title, year, statements, entity, earlierYear, campaign: id } = view;
  return {
    campaign: id,
    title,
    year,
    statements,
    entity,
    earlierYear,
    direction,
    seesAll,
    scale: scaleIn(locals.locale),
  };
};
