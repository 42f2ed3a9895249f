import { asc, desc, eq } from 'drizzle-orm';
import type { IsoDate } from '#core/calendar/iso-date.ts';
import type { Reader, Writer } from '../../database/database.ts';
import type { Unit, UnitHistory, UnitId, UnitVersion } from '../model.ts';
import { unit, unitVersion } from '../schema.ts';
import { inPieces, validity, validOn } from '../validity.ts';

/** The units of a day, in the order of their names. */
export function unitsOn(db: Reader, date: IsoDate): Promise<Unit[]> {
  return Promise.resolve(
    db
      .select({ id: unit.id, kind: unit.kind, name: unitVersion.name, parent: unitVersion.parentId })
      .from(unitVersion)
      .innerJoin(unit, eq(unit.id, unitVersion.unitId))
      .where(validOn(unitVersion, date))
      .orderBy(asc(unitVersion.name), asc(unit.id))
      .all(),
  );
}

/** All units through all time. */
export function histories(db: Reader): Promise<Map<UnitId, UnitHistory>> {
  const versions = db
    .select({
      unit: unitVersion.unitId,
      name: unitVersion.name,
      parent: unitVersion.parentId,
      from: unitVersion.validFrom,
      to: unitVersion.validTo,
    })
    .from(unitVersion)
    .orderBy(asc(unitVersion.validFrom))
    .all();
  const ofUnit = Map.groupBy(versions, (version) => version.unit);
  const units = db.select().from(unit).orderBy(asc(unit.id)).all();
  return Promise.resolve(
    new Map(units.map(({ id, kind }) => [id, { id, kind, versions: (ofUnit.get(id) ?? []).map(version) }])),
  );
}

function version({ name, parent, from, to }: UnitVersion): UnitVersion {
  return { name, parent, from, to };
}

/** The days on which some unit began, changed its name or moved, the latest first; the very first is the beginning. */
export function changeDays(db: Reader): Promise<IsoDate[]> {
  const rows = db
    .selectDistinct({ day: unitVersion.validFrom })
    .from(unitVersion)
    .orderBy(desc(unitVersion.validFrom))
    .all();
  return Promise.resolve(rows.map(({ day }) => day));
}

export function add(db: Writer, units: readonly UnitHistory[]): Promise<void> {
  for (const rows of inPieces(units))
    db.insert(unit)
      .values(rows.map(({ id, kind }) => ({ id, kind })))
      .run();
  const versions = units.flatMap(({ id, versions }) => versions.map((version) => versionRow(id, version)));
  for (const rows of inPieces(versions)) db.insert(unitVersion).values(rows).run();
  return Promise.resolve();
}

/** Puts these versions of a unit in the place of those it had. */
export function replaceVersions(db: Writer, { id, versions }: UnitHistory): Promise<void> {
  db.delete(unitVersion).where(eq(unitVersion.unitId, id)).run();
  db.insert(unitVersion)
    .values(versions.map((version) => versionRow(id, version)))
    .run();
  return Promise.resolve();
}

function versionRow(unitId: UnitId, { name, parent, ...period }: UnitVersion) {
  return { unitId, name, parentId: parent, ...validity(period) };
}
