import type { IsoDate } from '#core/calendar/iso-date.ts';
import type { Reader } from '../database/database.ts';
import { leaderOf } from './appointments/appointments.ts';
import { headCounts } from './assignments/assignments.ts';
import type { Unit, UnitId } from './model.ts';
import { personOf } from './people/people.ts';
import type { UnitNode } from './units/structure.ts';
import { treeOn } from './units/units.ts';

/** A unit on the organisation chart of a day, with who leads it and, for a direction, how many people work in it. */
export interface ChartUnit extends Pick<Unit, 'id' | 'kind' | 'name'> {
  readonly leader: { readonly name: string; readonly interim: boolean } | null;
  readonly people: number | null;
  readonly inside: readonly ChartUnit[];
}

export interface Chart {
  readonly units: readonly ChartUnit[];
  /** People assigned that day, in directions and outside. */
  readonly people: number;
}

export async function chartOn(db: Reader, date: IsoDate): Promise<Chart> {
  const { all, directions } = await headCounts(db, date);
  const drawn = async (node: UnitNode): Promise<ChartUnit> => ({
    id: node.id,
    kind: node.kind,
    name: node.name,
    leader: await leaderNamed(db, node.id, date),
    people: node.kind === 'direction' ? (directions.get(node.id) ?? 0) : null,
    inside: await Promise.all(node.inside.map(drawn)),
  });
  return { units: await Promise.all((await treeOn(db, date)).map(drawn)), people: all };
}

async function leaderNamed(db: Reader, unit: UnitId, date: IsoDate): Promise<ChartUnit['leader']> {
  const appointment = await leaderOf(db, unit, date);
  const person = appointment && (await personOf(db, appointment.person));
  return person && { name: `${person.givenName} ${person.familyName}`, interim: appointment.interim };
}
