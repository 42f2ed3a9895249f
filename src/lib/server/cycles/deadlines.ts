import { daysFrom, type IsoDate } from '#core/calendar/iso-date.ts';
import { recorded, type Actor } from '../audit/trail.ts';
import type { Portal, Reader, Writer } from '../database/database.ts';
import { PHASES, type Phase, type PhaseId } from './phases.ts';
import * as store from './store.ts';

export interface PhaseOnDay extends Phase {
  readonly state: 'done' | 'current' | 'next';
  /** Until its end; negative once it is over. */
  readonly daysLeft: number;
}

/** The phases of a year in their order, as they stand on a day; those without dates are left out. */
export async function phasesOn(db: Reader, year: number, date: IsoDate): Promise<PhaseOnDay[]> {
  const phases = new Map((await store.phases(db, year)).map((phase) => [phase.phase, phase]));
  return PHASES.flatMap((id) => {
    const phase = phases.get(id);
    if (!phase) return [];
    const state = phase.endsOn < date ? 'done' : phase.startsOn <= date ? 'current' : 'next';
    return [{ ...phase, state, daysLeft: daysFrom(date, phase.endsOn) } as const];
  });
}

/** The year whose cycle is under way: of the phases or of the data, the latest; null if there is neither. */
export async function currentYear(db: Reader): Promise<number | null> {
  const years = [...(await store.years(db)), ...(await store.phaseYears(db))];
  return years.length === 0 ? null : Math.max(...years);
}

export type PhaseFault = 'endsBeforeItStarts' | 'startsBeforeTheOneBefore';

/** What is wrong with the dates of phases in their order; empty: nothing. */
export function phaseFaults(phases: readonly Phase[]): ReadonlyMap<PhaseId, PhaseFault> {
  const ordered = PHASES.flatMap((id) => phases.find(({ phase }) => phase === id) ?? []);
  const faults = new Map<PhaseId, PhaseFault>();
  ordered.forEach(({ phase, startsOn, endsOn }, at) => {
    const before = ordered[at - 1];
    if (endsOn < startsOn) faults.set(phase, 'endsBeforeItStarts');
    else if (before && startsOn < before.startsOn) faults.set(phase, 'startsBeforeTheOneBefore');
  });
  return faults;
}

/** Sets the dates of a year's phases, in the place of those that were set. Throws if they have faults. */
export function setPhases(portal: Portal, by: Actor, year: number, phases: readonly Phase[]): Promise<void> {
  if (phaseFaults(phases).size > 0) throw new Error('the phases of the cycle are not in order');
  return recorded(portal, by, async (write, record) => {
    const before = await store.phases(write, year);
    await keepPhases(write, year, phases);
    await record({
      action: 'cycle.phases.set',
      subject: { kind: 'cycle', id: String(year) },
      before: before.length === 0 ? null : before,
      after: phases,
    });
  });
}

/** As `setPhases`, inside a transaction that has more to do. */
export function keepPhases(write: Writer, year: number, phases: readonly Phase[]): Promise<void> {
  return store.replacePhases(write, year, phases);
}
