import { writtenDecimals } from '#core/quantity/written.ts';
import type { Cells } from '#lib/server/lists/definition.ts';
import { DECLARED_FIGURES } from '../declared-figures.ts';
import { canonical } from './records.ts';

/** What R states of figures that the portal computes: `"5.0"` is kept as 5, written with one decimal. */
export function declaredRecords(): Cells[] {
  return DECLARED_FIGURES.map(({ figure, subject, source, relation, value }) => {
    const kept = canonical(value);
    const decimals = writtenDecimals(value);
    return {
      ...{ figure, subject, source, relation, value: kept },
      decimals: decimals === writtenDecimals(kept) ? null : String(decimals),
    };
  });
}
