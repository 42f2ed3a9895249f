import { error } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { portal } from '#lib/server/database/database.ts';
import { campaignOf } from '#lib/server/survey/campaigns.ts';
import type { Campaign } from '#lib/server/survey/model.ts';

/** The campaign of an address; the page of an address that does not exist if there is none. */
export async function knownCampaign(id: string): Promise<Campaign> {
  return (await campaignOf(portal().read, id)) ?? error(404, m.ui_error_404_what());
}
