import type { Reader } from '../database/database.ts';
import type { SurveySection } from './cycle-section.ts';
import { ANSWER_COLUMNS, surveyElsewhereList } from './lists.ts';

/**
 * A survey that was held elsewhere, as the core takes it in; null if there is none. Only counts are kept, so the responses
 * are made up anew: for each statement the answers in rising order, side by side. Every mean comes out as it was, and no
 * response is one that somebody gave.
 */
export async function sectionElsewhere(db: Reader, year: number): Promise<SurveySection | null> {
  const records = await surveyElsewhereList.source.all(db, year);
  if (records.length === 0) return null;
  const ofDirection = [...Map.groupBy(records, ({ unitId }) => unitId!)];
  return {
    invited: Object.fromEntries(
      ofDirection.map(([direction, [first]]) => [direction, Number(first!.invited)]),
    ),
    responses: ofDirection.flatMap(([direction, statements]) => {
      const columns = statements
        .toSorted((a, b) => Number(a.statement) - Number(b.statement))
        .map((record) =>
          ANSWER_COLUMNS.flatMap((column, at) => Array<number>(Number(record[column])).fill(at + 1)),
        );
      return columns[0]!.map((_, at) => ({ direction, answers: columns.map((answers) => answers[at]!) }));
    }),
  };
}
