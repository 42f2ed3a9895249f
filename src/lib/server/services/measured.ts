import type { MeasuredIndicator } from '#core/rules/indicator-outcome.ts';
import type { ResultRow } from './store.ts';

/** Against the standard as it was changed in the year, where it was (R §3.1, item 2 C: *rimodulati in corso d'anno*). */
export function measuredOf({
  standard,
  changedStandard,
  value,
  better,
}: Pick<ResultRow, 'standard' | 'changedStandard' | 'value' | 'better'>): MeasuredIndicator {
  return {
    standard: (changedStandard ?? standard) as MeasuredIndicator['standard'],
    value: value as MeasuredIndicator['value'],
    better,
  };
}
