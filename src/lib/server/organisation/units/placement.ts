import { overlap, type Period } from '#core/calendar/period.ts';
import type { OrganisationFault } from '../fault.ts';
import type { AppointmentKind, UnitHistory, UnitId, UnitKind } from '../model.ts';
import { existsThroughout } from './history.ts';

/**
 * In which kinds of unit a kind may stand; null: directly under the entity. A kind stands only in kinds before it, so
 * that no unit can come to stand in itself. R §2.2 has offices and an *Alta Specializzazione* outside services.
 */
const PARENTS: Readonly<Record<UnitKind, readonly (UnitKind | null)[]>> = {
  area: [null],
  direction: [null, 'area'],
  service: ['direction'],
  office: ['direction', 'service'],
  specialist: ['area', 'direction'],
  taskForce: [null, 'area', 'direction'],
};

export type Histories = ReadonlyMap<UnitId, UnitHistory>;

/** Why a unit cannot stand where it stands, on some day of its existence; null if it can. */
export function placementFault(histories: Histories, unit: UnitHistory): OrganisationFault | null {
  for (const { parent, from, to } of unit.versions) {
    const above = parent === null ? null : histories.get(parent);
    if (above === undefined) return { code: 'unknownUnit', unit: parent! };
    const parentKind = above?.kind ?? null;
    if (!PARENTS[unit.kind].includes(parentKind))
      return { code: 'wrongParent', kind: unit.kind, parent: parentKind };
    if (above && !existsThroughout(above, { from, to }))
      return { code: 'unitNotThen', unit: above.id, period: { from, to } };
  }
  return null;
}

/** Why nobody can be appointed to a unit for a period; null if somebody can. */
export function headingFault(
  histories: Histories,
  id: UnitId,
  appointment: AppointmentKind,
  period: Period,
): OrganisationFault | null {
  const unit = histories.get(id);
  if (!unit) return { code: 'unknownUnit', unit: id };
  if (!existsThroughout(unit, period)) return { code: 'unitNotThen', unit: id, period };
  const fits = appointment === 'eq' ? isHeadedByEq(histories, unit, period) : unit.kind === 'direction';
  return fits ? null : { code: 'wrongUnit', appointment, unit: unit.kind };
}

/** An EQ heads a service, or what stands beside services: an *Alta Specializzazione*, an office in a direction. */
function isHeadedByEq(histories: Histories, { kind, versions }: UnitHistory, period: Period): boolean {
  if (kind !== 'office') return kind === 'service' || kind === 'specialist';
  return versions
    .filter((version) => overlap(version, period))
    .every(({ parent }) => parent !== null && histories.get(parent)?.kind === 'direction');
}

/** Why nobody can work in a unit for a period; null if somebody can. */
export function existenceFault(histories: Histories, id: UnitId, period: Period): OrganisationFault | null {
  const unit = histories.get(id);
  if (!unit) return { code: 'unknownUnit', unit: id };
  return existsThroughout(unit, period) ? null : { code: 'unitNotThen', unit: id, period };
}
