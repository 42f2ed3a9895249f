import { checkInput, type Checked } from '#core/cycle/check.ts';
import { faultText } from '#core/cycle/fault-text.ts';
import { wholeNumber } from '#core/cycle/quantity-field.ts';
import { compute, type Cycle } from '#core/compute.ts';
import type { CycleInput } from '#core/cycle/input.ts';
import type { Reader, Writer } from '../database/database.ts';
import { surveySection } from '../survey/cycle-section.ts';
import * as store from './store.ts';

/** A year's data and what the core makes of them. */
export interface ComputedCycle {
  readonly input: CycleInput;
  readonly cycle: Cycle;
}

let last:
  { readonly document: string; readonly survey: string | null; readonly computed: ComputedCycle } | undefined;

/**
 * The latest year that there are data of, computed; null while there are none. A survey that was held in the portal takes
 * the place of the one among the data, once it is closed.
 */
export async function latest(db: Reader): Promise<ComputedCycle | null> {
  const [year] = await store.years(db);
  const document = year === undefined ? null : await store.documentOf(db, year);
  if (document === null) return null;
  // The same data give the same cycle: computing it once is enough for everybody who looks at it.
  const survey = await surveySection(db, year!);
  const digest = survey?.digest ?? null;
  if (last?.document !== document || last.survey !== digest) {
    const data = JSON.parse(document) as object;
    const whole = survey ? { ...data, survey: await survey.section() } : data;
    const { input, regulation } = accepted(checkInput(whole));
    last = { document, survey: digest, computed: { input, cycle: compute(input, regulation) } };
  }
  return last.computed;
}

/**
 * Keeps the data of a year. Throws if the core refuses them: what is stored can be computed.
 *
 * @param document JSON text in which no number has more digits than its shortest form (the portal writes such)
 */
export async function keep(write: Writer, document: string): Promise<void> {
  const { input } = accepted(checkInput(JSON.parse(document)));
  await store.keep(write, wholeNumber(input.year), document);
}

function accepted(checked: Checked): Extract<Checked, { ok: true }> {
  if (!checked.ok)
    throw new Error(`the data of the year are refused: ${checked.faults.map(faultText).join('; ')}`);
  return checked;
}
