import { CREMONA_2025 } from '#core/regulation/catalogue.ts';
import type { Bilingual } from '#core/explain/language.ts';
import { portal } from '../database/database.ts';
import * as ballots from './ballot-store.ts';
import { SUITE, TOKEN_BYTES, type Campaign, type CampaignDirection, type CampaignState } from './model.ts';
import { receiptOf } from './receipt.ts';
import * as store from './store.ts';

/** What anybody may know of the campaign that is open, or else of the last one: the answer of `GET /api/survey/current`. */
export interface CurrentSurvey {
  readonly campaign: string;
  readonly title: string;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly state: Exclude<CampaignState, 'draft'>;
  readonly questions: readonly Bilingual[];
  readonly scale: readonly (Bilingual & { readonly points: number })[];
  readonly directions: readonly CampaignDirection[];
  readonly suite: string;
}

export interface Board {
  readonly campaign: string;
  readonly title: string;
  readonly issued: number;
  readonly responses: number;
  /** Of all votes, sorted. */
  readonly receipts: readonly string[];
}

/** Null while no campaign was ever opened. */
export async function current(): Promise<CurrentSurvey | null> {
  const { read } = portal();
  const latest = (await store.all(read))
    .filter((campaign) => campaign.openedAt !== null)
    .sort((a, b) => rank(a) - rank(b) || (a.openedAt! < b.openedAt! ? 1 : -1))[0];
  if (!latest) return null;
  const { statements, scale } = CREMONA_2025.rules['SUR-1'].parameters;
  return {
    campaign: latest.id,
    title: latest.title,
    opensAt: latest.openedAt!,
    closesAt: latest.closesAt,
    state: latest.state as CurrentSurvey['state'],
    questions: statements.value,
    scale: scale.value,
    directions: await store.directions(read, latest.id),
    suite: SUITE,
  };
}

const rank = ({ state }: Campaign) => (state === 'open' ? 0 : 1);

/** The board of a campaign; null while it is not closed. */
export async function board(id: string): Promise<Board | null> {
  const { read } = portal();
  const campaign = await store.byId(read, id as Campaign['id']);
  if (campaign?.state !== 'closed' && campaign?.state !== 'published') return null;
  const receipts = (await ballots.responses(read, campaign.id))
    .map(({ preparedMessage }) => receiptOf(preparedMessage.subarray(preparedMessage.length - TOKEN_BYTES)))
    .sort();
  return {
    campaign: campaign.id,
    title: campaign.title,
    issued: await store.credentialsGiven(read, campaign.id),
    responses: receipts.length,
    receipts,
  };
}

/** The board of the campaign that was closed last; null if none was. */
export async function latestBoard(): Promise<Board | null> {
  const closed = (await store.all(portal().read))
    .filter(({ state }) => state === 'closed' || state === 'published')
    .sort((a, b) => (a.openedAt! < b.openedAt! ? 1 : -1))[0];
  return closed ? board(closed.id) : null;
}
