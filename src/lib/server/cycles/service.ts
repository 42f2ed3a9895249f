import { checkInput, type Checked } from '#core/cycle/check.ts';
import { faultText } from '#core/cycle/fault-text.ts';
import { wholeNumber } from '#core/cycle/quantity-field.ts';
import { compute, type Cycle } from '#core/compute.ts';
import type { CycleInput } from '#core/cycle/input.ts';
import type { Db } from '../database/database.ts';
import * as store from './store.ts';

/** A year's data and what the core makes of them. */
export interface ComputedCycle {
  readonly input: CycleInput;
  readonly cycle: Cycle;
}

/** The latest year that there are data of, computed; null while there are none. */
export async function latest(db: Db): Promise<ComputedCycle | null> {
  const [year] = await store.years(db);
  const document = year === undefined ? null : await store.documentOf(db, year);
  if (document === null) return null;
  const { input, regulation } = accepted(checkInput(JSON.parse(document)));
  return { input, cycle: compute(input, regulation) };
}

/**
 * Keeps the data of a year, if nothing is kept yet. Throws if the core refuses them: what is stored can be computed.
 *
 * @param document JSON text in which no number has more digits than its shortest form (the portal writes such)
 */
export async function keepFirst(db: Db, document: string): Promise<void> {
  if ((await store.years(db)).length > 0) return;
  const { input } = accepted(checkInput(JSON.parse(document)));
  await store.keep(db, wholeNumber(input.year), document);
}

function accepted(checked: Checked): Extract<Checked, { ok: true }> {
  if (!checked.ok)
    throw new Error(`the data of the year are refused: ${checked.faults.map(faultText).join('; ')}`);
  return checked;
}
