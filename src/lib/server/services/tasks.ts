import { m } from '#lib/paraglide/messages.js';
import type { Task } from '#lib/ui/task.ts';
import type { Reader } from '../database/database.ts';
import { scopesOf, type Subject } from '../permissions/permission.ts';
import { reachesUnit } from '../permissions/reaches-unit.ts';
import { openedYears } from '../years/years.ts';
import { serviceAccess } from './access.ts';
import * as store from './store.ts';

/** Values of indicators that an executive or an EQ has still to report: there is a standard, no value and no note why. */
export async function serviceTasks(db: Reader, subject: Subject): Promise<Task[]> {
  const scopes = scopesOf(subject, 'service.report');
  if (scopes.size === 0 || scopes.has('entity')) return [];
  const [latest] = await openedYears(db);
  if (!latest) return [];
  const { reports } = await serviceAccess(db, subject);
  const missing = (await store.resultsOf(db, latest.year)).filter(
    ({ unit, standard, changedStandard, value, note }) =>
      value === null && note === null && (changedStandard ?? standard) !== null && reachesUnit(reports, unit),
  );
  if (missing.length === 0) return [];
  return [
    {
      href: '/servizi/griglia',
      title: m.services_task_title({ count: missing.length }),
      why: m.services_task_why({ year: latest.year }),
    },
  ];
}
