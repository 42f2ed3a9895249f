import * as z from 'zod';
import { recorded } from '../audit/trail.ts';
import type { Portal, Reader } from '../database/database.ts';
import type { PersonId } from '../organisation/model.ts';
import * as store from './earlier-store.ts';
import { QUESTIONS } from './model.ts';

/** What was published of a survey that was held elsewhere, for the whole entity. */
export interface EarlierSurvey {
  readonly year: number;
  readonly invited: number;
  readonly responses: number;
  /** Of the eight questions, in hundredths of a point. */
  readonly means: readonly number[];
}

const means = z.array(z.int().min(100).max(500)).length(QUESTIONS);

function entered({ year, invited, responses, means: text }: store.EarlierRow): EarlierSurvey {
  return { year, invited, responses, means: means.parse(JSON.parse(text)) };
}

/** All years that were entered, the latest first. */
export async function all(db: Reader): Promise<EarlierSurvey[]> {
  return (await store.all(db)).map(entered);
}

/** The last year before one; null if none was entered. */
export async function lastBefore(db: Reader, year: number): Promise<EarlierSurvey | null> {
  const row = await store.lastBefore(db, year);
  return row && entered(row);
}

/** Keeps what was published of a year, in the place of what was entered before. */
export function enter(portal: Portal, by: PersonId, survey: EarlierSurvey): Promise<void> {
  return recorded(portal, by, async (write, record) => {
    const before = await store.ofYear(write, survey.year);
    await store.put(write, { ...survey, means: JSON.stringify(survey.means) });
    await record({
      action: 'campaign.earlierYear.enter',
      subject: { kind: 'campaign', id: String(survey.year) },
      before: before && entered(before),
      after: survey,
    });
  });
}
