import { today } from '../calendar/today.ts';
import type { Reader } from '../database/database.ts';
import type { Subject } from '../permissions/permission.ts';
import { reachOf, type Reach } from '../permissions/reach.ts';

/** How far somebody reads services, sets their standards and reports their values; null: nowhere. */
export interface ServiceAccess {
  readonly reads: Reach | null;
  readonly changes: Reach | null;
  readonly reports: Reach | null;
}

export async function serviceAccess(db: Reader, subject: Subject): Promise<ServiceAccess> {
  const date = today();
  return {
    reads: await reachOf(db, subject, 'service.read', date),
    changes: await reachOf(db, subject, 'service.change', date),
    reports: await reachOf(db, subject, 'service.report', date),
  };
}
