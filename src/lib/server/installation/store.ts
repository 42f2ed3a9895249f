import type { Reader, Writer } from '../database/database.ts';
import { installation } from './schema.ts';

const ONLY = 1;

export type Installation = Omit<typeof installation.$inferSelect, 'id'>;

/** What this portal is; null while nothing was begun. */
export function find(db: Reader): Promise<Installation | null> {
  const row = db
    .select({
      mode: installation.mode,
      entityName: installation.entityName,
      keyCheck: installation.keyCheck,
      since: installation.since,
    })
    .from(installation)
    .get();
  return Promise.resolve(row ?? null);
}

/** Throws if something was begun already. */
export function begin(db: Writer, row: Installation): Promise<void> {
  db.insert(installation)
    .values({ id: ONLY, ...row })
    .run();
  return Promise.resolve();
}
