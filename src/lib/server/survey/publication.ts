import { createHash } from 'node:crypto';
import * as z from 'zod';
import { publish } from '#core/disclosure/publish.ts';
import type { PublishedSurvey } from '#core/disclosure/published-survey.ts';
import { countSurvey } from '#core/disclosure/survey-counts.ts';
import type { LastYear } from '#core/disclosure/years.ts';
import { CREMONA_2025 } from '#core/regulation/catalogue.ts';
import type { Reader } from '../database/database.ts';
import type { UnitId } from '../organisation/model.ts';
import type { ResponseRow } from './ballot-store.ts';
import type { Campaign, CampaignId } from './model.ts';
import * as store from './store.ts';

/** What is published of a closed campaign, as it is frozen. */
export interface Publication {
  readonly campaign: string;
  readonly title: string;
  readonly year: number;
  readonly referenceDate: string;
  /** Names by id, as they were at the opening. */
  readonly directions: Readonly<Record<string, string>>;
  /** The campaign whose publication this one was held against, so that differences tell of nobody; null: there was none. */
  readonly comparedWith: string | null;
  /**
   * SHA-256 of all responses in the order of their tokens' digests: a response that was changed later is missed even where
   * no figure changes.
   */
  readonly responses: string;
  readonly published: PublishedSurvey;
}

/**
 * What is published of a campaign, as JSON: the text that is frozen and that its digest is of. The same responses and the
 * same earlier campaign always give the same text.
 *
 * @param comparedWith the earlier campaign: `before` at the close, later the one that was frozen
 */
export async function publishedText(
  db: Reader,
  campaign: Campaign,
  rows: readonly ResponseRow[],
  invited: ReadonlyMap<UnitId, number>,
  comparedWith: CampaignId | null,
): Promise<string> {
  const directions = await store.directions(db, campaign.id);
  const counts = countSurvey(
    directions.map(({ id }) => ({ id, invited: invited.get(id) ?? 0 })),
    rows.map(({ directionId, answers }) => ({
      direction: directionId,
      answers: Array.from(answers, Number),
    })),
    CREMONA_2025,
  );
  const publication: Publication = {
    campaign: campaign.id,
    title: campaign.title,
    year: campaign.year,
    referenceDate: campaign.referenceDate,
    directions: Object.fromEntries(directions.map(({ id, name }) => [id, name])),
    comparedWith,
    responses: responsesDigest(rows),
    published: publish(counts, CREMONA_2025, comparedWith && (await lastYear(db, campaign, comparedWith))),
  };
  return JSON.stringify(publication);
}

function responsesDigest(rows: readonly ResponseRow[]): string {
  const lines = rows
    .map(({ tokenDigest, directionId, answers, preparedMessage, signature }) =>
      [
        tokenDigest.toString('hex'),
        directionId,
        answers,
        preparedMessage.toString('hex'),
        signature.toString('hex'),
      ].join(' '),
    )
    .sort();
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}

const frozen = z.custom<Publication>((value) => typeof value === 'object' && value !== null);

/** What was frozen at the close of a campaign; null before. */
export async function publicationOf(db: Reader, id: CampaignId): Promise<Publication | null> {
  const kept = await store.resultOf(db, id);
  return kept && frozen.parse(JSON.parse(kept.result));
}

/** The campaign before this one, by reference date, that is closed. */
export async function before(db: Reader, campaign: Campaign): Promise<Campaign | null> {
  const earlier = (await store.all(db)).filter(
    ({ state, referenceDate }) =>
      (state === 'closed' || state === 'published') && referenceDate < campaign.referenceDate,
  );
  return earlier.sort((a, b) => (a.referenceDate < b.referenceDate ? 1 : -1))[0] ?? null;
}

/** What the campaign before published, with how many people came and went since: differences must not tell of few. */
async function lastYear(db: Reader, campaign: Campaign, earlier: CampaignId): Promise<LastYear | null> {
  const last = await publicationOf(db, earlier);
  if (!last) return null;
  const [was, is] = [await electorate(db, earlier), await electorate(db, campaign.id)];
  const moved = [...is].map(([direction, people]) => {
    const then = was.get(direction) ?? new Set();
    return [direction, { joined: people.difference(then).size, left: then.difference(people).size }] as const;
  });
  return { published: last.published, moved: Object.fromEntries(moved) };
}

async function electorate(db: Reader, id: CampaignId): Promise<ReadonlyMap<UnitId, Set<string>>> {
  const invited = (await store.invitations(db, id)).filter(({ reason }) => reason === 'assigned');
  const people = Map.groupBy(invited, ({ direction }) => direction);
  return new Map(
    [...people].map(([direction, own]) => [direction, new Set(own.map(({ person }) => person))]),
  );
}
