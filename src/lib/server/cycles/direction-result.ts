import type { Locale } from '#lib/locale/locale.ts';
import { explainedFigure, explainedRules } from './explained-figure.ts';
import type { ComputedCycle } from './service.ts';

/** The result of a direction with the reason of each figure; null if there is no such direction. */
export function directionResult({ cycle }: ComputedCycle, id: string, locale: Locale) {
  const sheet = cycle.sheets.get(id);
  if (!sheet) return null;
  const { regulation } = cycle;
  const { budget, places, heads } = cycle.premiums.byDirection.get(id)!;
  return {
    name: sheet.direction.name,
    year: cycle.year,
    items: explainedRules(sheet.items, regulation, locale),
    penalties: explainedRules(sheet.penalties, regulation, locale),
    total: explainedFigure(sheet.total, regulation, locale),
    staff: {
      assessable: sheet.assessableStaff,
      bandsUsed: sheet.bandsUsed,
      entitled: heads,
      uplifts: places,
    },
    budget: explainedFigure(budget, regulation, locale),
  };
}
