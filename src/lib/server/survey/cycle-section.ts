import type { Reader } from '../database/database.ts';
import * as ballots from './ballot-store.ts';
import * as store from './store.ts';

/** The survey of a year as the core takes it in (core contract, `survey`). */
export interface SurveySection {
  readonly invited: Readonly<Record<string, number>>;
  readonly responses: readonly { readonly direction: string; readonly answers: readonly number[] }[];
}

/** The survey of a year, once it is closed; with the digest of what was frozen. Null before. */
export async function surveySection(
  db: Reader,
  year: number,
): Promise<{ readonly digest: string; readonly section: () => Promise<SurveySection> } | null> {
  const closed = (await store.all(db))
    .filter((campaign) => campaign.year === year && ['closed', 'published'].includes(campaign.state))
    .sort((a, b) => (a.openedAt! < b.openedAt! ? 1 : -1))[0];
  const frozen = closed && (await store.resultOf(db, closed.id));
  if (!frozen) return null;
  return {
    digest: frozen.digest,
    section: async () => ({
      invited: Object.fromEntries(await store.invitedCounts(db, closed.id)),
      responses: (await ballots.answers(db, closed.id)).map(({ direction, answers }) => ({
        direction,
        answers: Array.from(answers, Number),
      })),
    }),
  };
}
