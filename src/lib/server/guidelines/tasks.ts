import { m } from '#lib/paraglide/messages.js';
import type { Task } from '#lib/ui/task.ts';
import type { Reader } from '../database/database.ts';
import { scopesOf, type Subject } from '../permissions/permission.ts';
import { openedYears } from '../years/years.ts';
import { missingOf } from './guidelines-page.ts';

/** What the mayor or a councillor has still to say of the directions of the own remit. */
export async function guidelineTasks(db: Reader, subject: Subject): Promise<Task[]> {
  if (!scopesOf(subject, 'guideline.give').has('own')) return [];
  const [latest] = await openedYears(db);
  const missing = latest ? await missingOf(db, latest.year, subject.person) : 0;
  if (!latest || missing === 0) return [];
  return [
    {
      href: '/indirizzi',
      title: m.direction_task_guidelines_title(),
      why: m.direction_task_guidelines_why({ count: missing, year: latest.year }),
    },
  ];
}
