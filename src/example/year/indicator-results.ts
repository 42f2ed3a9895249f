import type { Outcome } from '#core/rules/indicator-outcome.ts';
import type { Cells } from '#lib/server/lists/definition.ts';
import type { Random } from '../random.ts';
import type { IndicatorKind } from './indicator-kinds.ts';
import { parts } from './records.ts';

type Result = Pick<Cells, 'standard' | 'changedStandard' | 'value' | 'note'>;

/**
 * A standard and a value that end as wanted (`IND-O`). A few standards were changed in the year; against the first one
 * some of these would have ended otherwise.
 *
 * @returns the record, and the standard that counts, in the parts in which the kind is measured
 */
export function resultOf(
  kind: IndicatorKind,
  outcome: Outcome,
  random: Random,
): { readonly record: Result; readonly standard: number } {
  const standard = random.integer(kind.least, kind.most);
  const text = (value: number) => parts(value, kind.decimals);
  if (outcome === 'notAssessable') {
    const note = random.pick([
      'Rilevazione sospesa durante la riorganizzazione.',
      'Dato non disponibile alla data della relazione.',
    ]);
    return { record: { standard: text(standard), changedStandard: null, value: null, note }, standard };
  }
  const value = valueOf(kind, standard, outcome, random);
  if (!random.chance(6))
    return {
      record: { standard: text(standard), changedStandard: null, value: text(value), note: null },
      standard,
    };
  // Every other one of the changed ones lay on the far side of the value, or on it.
  const first = random.chance(50) ? farSide(kind, standard, value) : moved(kind, standard, 1, 'worse');
  const note = 'Standard rimodulato in corso d’anno dopo la riprogettazione del servizio.';
  return {
    record: { standard: text(first), changedStandard: text(standard), value: text(value), note },
    standard,
  };
}

/** How an indicator stood in a year before; null: it was not among the indicators yet. */
export function earlierResult(kind: IndicatorKind, standard: number, random: Random): Result | null {
  if (random.chance(8)) return null;
  const before = moved(kind, standard, random.integer(0, 6), 'worse');
  const side = random.chance(70) ? 'better' : 'worse';
  const value = moved(kind, before, random.integer(0, 5), side);
  const missing = random.chance(4);
  const text = (figure: number) => parts(figure, kind.decimals);
  return { standard: text(before), changedStandard: null, value: missing ? null : text(value), note: null };
}

function valueOf(kind: IndicatorKind, standard: number, outcome: Outcome, random: Random): number {
  if (outcome === 'unchanged') return standard;
  return moved(kind, standard, random.integer(1, 9), outcome === 'improved' ? 'better' : 'worse');
}

/** A first standard that the value would not have ended alike against. */
function farSide(kind: IndicatorKind, standard: number, value: number): number {
  const improved = kind.better === 'higher' ? value > standard : value < standard;
  return improved ? value : moved(kind, value, 3, 'worse');
}

/** So many percent of a figure to the better or the worse: at least one part, and within what can be measured. */
function moved(kind: IndicatorKind, from: number, percents: number, side: 'better' | 'worse'): number {
  const up = (side === 'better') === (kind.better === 'higher');
  const by = percents === 0 ? 0 : Math.max(1, Math.round((from * percents) / 100));
  return Math.min(Math.max(up ? from + by : from - by, 0), ceilingOf(kind));
}

function ceilingOf({ measure, decimals }: IndicatorKind): number {
  if (measure === '%') return 100 * 10 ** decimals;
  if (measure === 'da 1 a 10') return 10 * 10 ** decimals;
  return Number.MAX_SAFE_INTEGER;
}
