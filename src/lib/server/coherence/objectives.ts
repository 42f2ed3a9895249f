import { decimalText } from '#core/quantity/decimal-text.ts';
import type { Regulation } from '#core/regulation/schema.ts';
import { canonicalDecimal } from '../lists/parse-cell.ts';
import type { Reader } from '../database/database.ts';
import { achievementOf } from '../objectives/achievement.ts';
import { objectiveIndicatorsList, objectivesList } from '../objectives/lists.ts';

/** An objective whose report says otherwise than its indicators, and that nobody has certified. */
export interface ReportedOtherwise {
  readonly objective: string;
  readonly title: string;
  /** Percent. */
  readonly reported: string;
  readonly computed: string;
}

export async function reportedOtherwise(
  db: Reader,
  year: number,
  regulation: Regulation,
): Promise<ReportedOtherwise[]> {
  const indicators = Map.groupBy(
    await objectiveIndicatorsList.source.all(db, year),
    ({ objectiveId }) => objectiveId!,
  );
  return (await objectivesList.source.all(db, year)).flatMap((objective) => {
    if (objective.reported == null || objective.certified != null) return [];
    const found = achievementOf(objective, indicators.get(objective.id!) ?? [], regulation);
    if (found?.from !== 'computed') return [];
    const computed = decimalText(found.computed!.value);
    if (canonicalDecimal(computed) === objective.reported) return [];
    return [{ objective: objective.id!, title: objective.title!, reported: objective.reported, computed }];
  });
}
