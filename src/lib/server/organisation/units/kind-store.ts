import { eq, notExists, and } from 'drizzle-orm';
import type { Reader, Writer } from '../../database/database.ts';
import type { UnitId, UnitKind } from '../model.ts';
import { unit, unitVersion } from '../schema.ts';

/** What kind each unit is. */
export function all(db: Reader): Promise<ReadonlyMap<string, UnitKind>> {
  return Promise.resolve(
    new Map(
      db
        .select()
        .from(unit)
        .all()
        .map(({ id, kind }) => [id, kind]),
    ),
  );
}

/** Makes a unit, or says what kind it is. */
export function set(db: Writer, id: UnitId, kind: UnitKind): Promise<void> {
  db.insert(unit).values({ id, kind }).onConflictDoUpdate({ target: unit.id, set: { kind } }).run();
  return Promise.resolve();
}

/** Takes a unit away whose last version is gone. Throws what SQLite throws if something points to it. */
export function dropWithoutVersions(db: Writer, id: UnitId): Promise<void> {
  const versions = db.select({ id: unitVersion.id }).from(unitVersion).where(eq(unitVersion.unitId, id));
  db.delete(unit)
    .where(and(eq(unit.id, id), notExists(versions)))
    .run();
  return Promise.resolve();
}
