import type { Reader } from '../database/database.ts';
import type { UnitId } from '../organisation/model.ts';
import type { ResponseRow } from './ballot-store.ts';
import type { Campaign } from './model.ts';

/** What is published of a campaign, as JSON: the text that is frozen and that its digest is of. */
export function publishedText(
  _db: Reader,
  campaign: Campaign,
  rows: readonly Pick<ResponseRow, 'directionId' | 'answers'>[],
  invited: ReadonlyMap<UnitId, number>,
): Promise<string> {
  const total = [...invited.values()].reduce((sum, each) => sum + each, 0);
  return Promise.resolve(JSON.stringify({ year: campaign.year, invited: total, responses: rows.length }));
}
