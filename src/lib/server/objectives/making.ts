import { recorded } from '../audit/trail.ts';
import type { Portal, Reader, Writer } from '../database/database.ts';
import type { Cells } from '../lists/definition.ts';
import { typedRecord } from '../lists/editing.ts';
import { leaderOf } from '../organisation/appointments/appointments.ts';
import { staffOf } from '../organisation/assignments/assignments.ts';
import type { PersonId, UnitId } from '../organisation/model.ts';
import { peopleOf } from '../organisation/people/people.ts';
import { structureOn } from '../organisation/units/units.ts';
import type { Subject } from '../permissions/permission.ts';
import { regulationOf } from '../years/years.ts';
import { accessOf, type Access } from './access.ts';
import { newCodes } from './codes.ts';
import { demandParent, EDITED_COLUMNS } from './editing.ts';
import { listFault, Refused, type ObjectiveFault } from './fault.ts';
import { objectiveOwnersList, objectivesList } from './lists.ts';
import { isOfPeople, type ObjectiveId, type ObjectiveLevel } from './model.ts';
import { demand, faultsOf, noteOn, writeList } from './step.ts';
import { dayOf, readYear } from './year.ts';

/** A new objective as it is typed. */
export interface NewObjective {
  readonly year: number;
  readonly level: ObjectiveLevel;
  /** The direction or the service; empty at the levels of the DUP. */
  readonly unit: string;
  /** Title, description, what it serves, silo, kind, weight. */
  readonly typed: Readonly<Record<string, string>>;
  readonly owners: readonly string[];
  /** Everybody who works in the unit, besides the owners. */
  readonly everybody: boolean;
}

/**
 * Makes a draft; of a person's, one for each owner, and of a group's one for all of them.
 *
 * @returns the codes of what was made, or what is wrong
 */
export async function makeObjectives(
  portal: Portal,
  subject: Subject,
  made: NewObjective,
): Promise<{ readonly ids: readonly ObjectiveId[]; readonly faults: readonly ObjectiveFault[] }> {
  const ids: ObjectiveId[] = [];
  const faults = await faultsOf(() =>
    recorded(portal, subject.person, async (write, record) => {
      const { year, level } = made;
      demand((await regulationOf(write, year)) !== null, { code: 'unknown' });
      const access = await accessOf(write, subject);
      demandLevel(access, made);
      const owners = await ownersOfNew(write, access, made);
      const cells = await cellsOf(write, made);
      demandParent(await readYear(write, year), access, cells.parentId ?? null);
      const code = await newCodes(write, year, level);
      // One for each person, or one for all; without anybody yet, one.
      const sets =
        isOfPeople(level) && level !== 'group' && owners.length > 0 ? owners.map((one) => [one]) : [owners];
      const drafts = sets.map((people) => ({ id: code(), people }));
      ids.push(...drafts.map(({ id }) => id));
      await writeList(
        write,
        objectivesList,
        year,
        subject,
        drafts.map(({ id }) => ({ before: null, after: { ...cells, id } })),
      );
      if (isOfPeople(level))
        await writeList(
          write,
          objectiveOwnersList,
          year,
          subject,
          drafts.flatMap(({ id, people }) =>
            people.map((personId) => ({ before: null, after: { objectiveId: id, personId, weight: null } })),
          ),
        );
      for (const { id, people } of drafts)
        await noteOn(record, id)('make', null, { ...cells, owners: people });
    }),
  );
  return faults.length > 0 ? { ids: [], faults } : { ids, faults };
}

function demandLevel(access: Access, { level, unit }: NewObjective): void {
  demand(access.levels.includes(level), { code: 'notYours' });
  if (access.change === 'all') return;
  demand((access.change?.units as readonly string[] | undefined)?.includes(unit) === true, {
    code: 'notYours',
  });
}

async function ownersOfNew(write: Writer, access: Access, made: NewObjective): Promise<readonly PersonId[]> {
  if (!isOfPeople(made.level)) return [];
  const staff = await candidates(write, made.unit, made.year);
  const known = new Set<string>(staff.map(({ id }) => id));
  const chosen = new Set(made.owners);
  if (made.everybody) for (const id of known) chosen.add(id);
  const within = access.change === 'all' ? known : new Set<string>(access.change?.people);
  demand(
    [...chosen].every((id) => known.has(id) && within.has(id)),
    { code: 'notYours' },
  );
  return [...chosen] as PersonId[];
}

async function cellsOf(write: Writer, { level, unit, typed }: NewObjective): Promise<Cells> {
  const columns = objectivesList.columns.filter(({ key }) =>
    [...EDITED_COLUMNS, 'unitId', 'level'].includes(key),
  );
  const record = await typedRecord(write, { ...objectivesList, columns }, { ...typed, level, unitId: unit });
  if (!record.ok) throw new Refused(...record.faults.map(listFault));
  const empty = Object.fromEntries(objectivesList.columns.map(({ key }) => [key, null]));
  return { ...empty, ...record.record };
}

/** Somebody to whom an objective of a unit may be given. */
export interface Candidate {
  readonly id: PersonId;
  readonly name: string;
  readonly leads: boolean;
}

/** Who works in a unit or leads it, on the day by which the year is looked at. */
export async function candidates(db: Reader, unit: string, year: number): Promise<readonly Candidate[]> {
  if (unit === '') return [];
  const date = dayOf(year);
  const leader = await leaderOf(db, unit as UnitId, date);
  const staff = (await staffOf(db, unit as UnitId, date)).map(({ person }) => person);
  const [other] =
    leader && !staff.some(({ id }) => id === leader.person) ? await peopleOf(db, [leader.person]) : [];
  return [...(other ? [other] : []), ...staff].map(({ id, familyName, givenName }) => ({
    id,
    name: `${familyName} ${givenName}`,
    leads: id === leader?.person,
  }));
}

/**
 * The units whose objectives of a level somebody may make, in the order of names: directions for a direction's, for a
 * person's also what stands in them. None at the levels of the DUP.
 */
export async function unitsFor(
  db: Reader,
  access: Access,
  year: number,
  level: ObjectiveLevel,
): Promise<{ id: string; name: string }[]> {
  if (level === 'strategic' || level === 'operational') return [];
  const { units } = await structureOn(db, dayOf(year));
  const within = access.change === 'all' ? null : new Set<string>(access.change?.units);
  return [...units.values()]
    .filter(
      ({ id, kind }) =>
        (level === 'executive' ? kind === 'direction' : kind !== 'area') &&
        (within === null || within.has(id)),
    )
    .map(({ id, name }) => ({ id: id, name }))
    .sort((a, b) => a.name.localeCompare(b.name, 'it'));
}
