import { checkInput } from '#core/cycle/check.ts';
import { faultText } from '#core/cycle/fault-text.ts';
import { compute, type Cycle } from '#core/compute.ts';
import type { CycleInput } from '#core/cycle/input.ts';
import { assemble } from '../assembly/document.ts';
import { head } from '../audit/store.ts';
import type { Reader } from '../database/database.ts';
import { lastChange } from '../lists/store.ts';
import { behavioursList } from '../sheets/lists.ts';
import { surveySection, type SurveySection } from '../survey/cycle-section.ts';
import { openedYears, regulationOf } from '../years/years.ts';
import * as store from './store.ts';

/** A year's data and what the core makes of them. */
export interface ComputedCycle {
  readonly input: CycleInput;
  readonly cycle: Cycle;
}

interface Remembered {
  /** What the data were when they were computed. */
  readonly state: string;
  /** Null: the core refuses them. */
  readonly computed: ComputedCycle | null;
}

/** Of each portal by year. */
const remembered = new WeakMap<Reader, Map<number, Remembered>>();

/**
 * The latest year that there are results of, as `computedYear` gives it; null while there is none. A year whose cycle was
 * opened and whose evaluations have not begun has none: people go on reading the one before.
 */
export async function latest(db: Reader): Promise<ComputedCycle | null> {
  const opened = (await openedYears(db)).map(({ year }) => year);
  for (const year of opened)
    if ((await behavioursList.source.count(db, year)) > 0) return computedYear(db, year);
  const year = opened[0] ?? (await store.years(db))[0];
  return year === undefined ? null : computedYear(db, year);
}

/**
 * A year computed from what is in the lists; null if its cycle was not opened, or if the core refuses what is there: lists
 * that are being filled may contradict each other for a while, and the page of what is missing says why. A survey that was
 * held in the portal takes the place of the one among the data, once it is closed.
 */
export async function computedYear(db: Reader, year: number): Promise<ComputedCycle | null> {
  const survey = await surveySection(db, year);
  // The same data give the same cycle: computing it once is enough for everybody who looks at it. Whatever changes them
  // is a change of a record or an entry of the audit trail.
  const sealed = await head(db);
  const state = JSON.stringify([sealed?.count, await lastChange(db), survey?.digest]);
  const known = remembered.get(db) ?? new Map<number, Remembered>();
  remembered.set(db, known);
  const last = known.get(year);
  if (last?.state === state) return last.computed;
  const document = await documentOf(db, year, (await survey?.section()) ?? null);
  if (!document) return null;
  const checked = checkInput(document);
  if (!checked.ok && !(await regulationOf(db, year)))
    throw new Error(`the document of ${year} is refused: ${checked.faults.map(faultText).join('; ')}`);
  const computed = checked.ok
    ? { input: checked.input, cycle: compute(checked.input, checked.regulation) }
    : null;
  known.set(year, { state, computed });
  return computed;
}

/** The input of the core. Before there were lists, a year was one document: a portal that has only such goes on with it. */
async function documentOf(db: Reader, year: number, survey: SurveySection | null): Promise<object | null> {
  if (await regulationOf(db, year)) return (await assemble(db, year, survey)).document;
  const text = await store.documentOf(db, year);
  if (text === null) return null;
  const data = JSON.parse(text) as object;
  return survey ? { ...data, survey } : data;
}
