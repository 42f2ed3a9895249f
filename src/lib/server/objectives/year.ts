import type { Regulation } from '#core/regulation/schema.ts';
import type { IsoDate } from '#core/calendar/iso-date.ts';
import { today } from '../calendar/today.ts';
import type { Reader } from '../database/database.ts';
import type { PersonId, UnitId } from '../organisation/model.ts';
import { leaderOf } from '../organisation/appointments/appointments.ts';
import { peopleOf } from '../organisation/people/people.ts';
import { nearest, type Structure } from '../organisation/units/structure.ts';
import { structureOn } from '../organisation/units/units.ts';
import { labelsOf } from '../lists/references.ts';
import { lastDayOf, regulationOfOpen } from '../years/years.ts';
import { achievementOf, type Achievement } from './achievement.ts';
import type { ObjectiveId, ObjectiveState } from './model.ts';
import { gapsOf, stateOf, type ObjectiveGap } from './state.ts';
import * as store from './store.ts';

/** An objective with what belongs to it. */
export interface Objective {
  readonly row: store.ObjectiveRow;
  readonly indicators: readonly store.IndicatorRow[];
  readonly owners: readonly store.OwnerRow[];
  readonly state: ObjectiveState;
  readonly gaps: readonly ObjectiveGap[];
  readonly achievement: Achievement | null;
  /** The direction that its unit is, or stands in, at the end of the year. */
  readonly direction: UnitId | null;
}

/** The objectives of a year, and what they hang together by. */
export interface ObjectiveYear {
  readonly year: number;
  readonly regulation: Regulation;
  readonly objectives: ReadonlyMap<ObjectiveId, Objective>;
  /** What serves an objective; null: what serves none. */
  readonly serving: ReadonlyMap<ObjectiveId | null, readonly Objective[]>;
  readonly silos: readonly { readonly id: string; readonly name: string }[];
  readonly unitNames: ReadonlyMap<string, string>;
  readonly structure: Structure;
}

/** The day by which a year is looked at: today, or its last day once it is over. */
export function dayOf(year: number): IsoDate {
  const [now, last] = [today(), lastDayOf(year)];
  return now < last ? now : last;
}

/** Reads all objectives of a year: a thousand are few for SQLite, and the chain is needed whole. */
export async function readYear(db: Reader, year: number): Promise<ObjectiveYear> {
  const regulation = await regulationOfOpen(db, year);
  const rows = await store.objectivesOf(db, year);
  const indicators = Map.groupBy(await store.indicatorsOf(db, year), ({ objectiveId }) => objectiveId);
  const owners = Map.groupBy(await store.ownersOf(db, year), ({ objectiveId }) => objectiveId);
  const structure = await structureOn(db, dayOf(year));
  const list = rows.map((row): Objective => {
    const [measuredBy, ownedBy] = [indicators.get(row.id) ?? [], owners.get(row.id) ?? []];
    const { certified, reported } = row;
    // Only who shows it needs it, and it is the dearest.
    let known: { readonly is: Achievement | null } | undefined;
    return {
      row,
      indicators: measuredBy,
      owners: ownedBy,
      state: stateOf(row, ownedBy),
      gaps: gapsOf(row, measuredBy, ownedBy),
      get achievement() {
        known ??= { is: achievementOf({ certified, reported }, measuredBy, regulation) };
        return known.is;
      },
      direction: row.unitId && nearest(structure, row.unitId, 'direction'),
    };
  });
  const objectives = new Map(list.map((objective) => [objective.row.id, objective]));
  const units = [...new Set(rows.flatMap(({ unitId }) => unitId ?? []))];
  return {
    year,
    regulation,
    objectives,
    serving: Map.groupBy(list, ({ row: { parentId } }) =>
      parentId !== null && objectives.has(parentId) ? parentId : null,
    ),
    silos: await store.silosOf(db, year),
    unitNames: await labelsOf(db, 'unit', units),
    structure,
  };
}

/** What an objective serves, from the nearest upwards. */
export function chainAbove({ objectives }: ObjectiveYear, { row }: Objective): Objective[] {
  const chain: Objective[] = [];
  // A chain goes up a level at each step (objective-faults.ts), so it ends.
  for (let at = row.parentId; at !== null;) {
    const above = objectives.get(at);
    if (!above) break;
    chain.push(above);
    at = above.row.parentId;
  }
  return chain;
}

/** The silo of an objective, or of the nearest one above it that has one. */
export function siloOf(all: ObjectiveYear, objective: Objective): string | null {
  const withSilo = [objective, ...chainAbove(all, objective)].find(({ row }) => row.siloId !== null);
  return withSilo?.row.siloId ?? null;
}

/** Who answers for a direction's objective: who leads the direction on the day; null: nobody, or it is no direction's. */
export async function leaderOfObjective(
  db: Reader,
  { row }: Pick<Objective, 'row'>,
): Promise<{ id: PersonId; name: string } | null> {
  if (row.level !== 'executive' || row.unitId === null) return null;
  const leader = await leaderOf(db, row.unitId, dayOf(row.year));
  const [person] = leader ? await peopleOf(db, [leader.person]) : [];
  return person ? { id: person.id, name: `${person.familyName} ${person.givenName}` } : null;
}
