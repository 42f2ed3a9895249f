import { m } from '#lib/paraglide/messages.js';
import { objectiveHref } from '#lib/ui/objective-href.ts';
import type { Task } from '#lib/ui/task.ts';
import { currentYear, phasesOn } from '../cycles/deadlines.ts';
import type { Reader } from '../database/database.ts';
import { today } from '../calendar/today.ts';
import { scopesOf, type Subject } from '../permissions/permission.ts';
import { openedYears } from '../years/years.ts';
import { accessOf } from './access.ts';
import { awaitsAnswer } from './assigning.ts';
import { isOfPeople } from './model.ts';
import { readYear, type Objective } from './year.ts';

/** More of a kind than these are one task that leads to the list. */
const SINGLE = 3;

/** What somebody has to do about the objectives of the latest year: accept, report, certify. */
export async function objectiveTasks(db: Reader, subject: Subject): Promise<Task[]> {
  if (scopesOf(subject, 'objective.read').size === 0) return [];
  const [latest] = await openedYears(db);
  if (!latest) return [];
  const [all, access] = [await readYear(db, latest.year), await accessOf(db, subject)];
  const objectives = [...all.objectives.values()];
  const isPeriod = await isReporting(db, all.year);
  const toAccept = objectives.filter(
    (objective) => access.accepts(objective) && awaitsAnswer(objective, subject.person),
  );
  const toReport = isPeriod
    ? objectives.filter(
        (objective) =>
          objective.state === 'accepted' && isMineToReport(objective, subject) && access.reports(objective),
      )
    : [];
  // Those of EQ holders and employees go by their reports: the Nucleo may certify them, and need not (R §3.1, item 2 B).
  const toCertify = access.certifies
    ? objectives.filter(({ state, row }) => state === 'reported' && row.level === 'executive').length
    : 0;
  const tree = `/obiettivi` as const;
  return [
    ...some(
      toAccept,
      m.objectives_task_acceptOne,
      m.objectives_task_acceptSome,
      m.objectives_task_acceptWhy(),
      tree,
    ),
    ...some(
      toReport,
      m.objectives_task_reportOne,
      m.objectives_task_reportSome,
      m.objectives_task_reportWhy(),
      tree,
    ),
    ...(toCertify > 0
      ? [
          {
            href: '/obiettivi/monitoraggio',
            title: m.objectives_task_certify({ count: toCertify }),
            why: m.objectives_task_certifyWhy({ year: all.year }),
          } as const,
        ]
      : []),
  ];
}

/** An executive reports the direction's, an EQ the own; what is further below comes with the sheets. */
function isMineToReport({ row, owners }: Objective, { person, leads }: Subject): boolean {
  if (row.level === 'executive') return row.unitId !== null && leads.has(row.unitId);
  return isOfPeople(row.level) && owners.some(({ personId }) => personId === person);
}

/** Whether objectives are past the phase in which they are agreed. */
async function isReporting(db: Reader, year: number): Promise<boolean> {
  if ((await currentYear(db)) !== year) return true;
  const phases = await phasesOn(db, year, today());
  const current = phases.find(({ state }) => state === 'current');
  return current?.phase !== 'opening' && current?.phase !== 'objectives';
}

function some(
  objectives: readonly Objective[],
  one: (of: { title: string }) => string,
  several: (of: { count: number }) => string,
  why: string,
  list: Task['href'],
): Task[] {
  if (objectives.length > SINGLE) return [{ href: list, title: several({ count: objectives.length }), why }];
  return objectives.map(({ row }) => ({
    href: objectiveHref(row.id),
    title: one({ title: row.title }),
    why,
  }));
}
