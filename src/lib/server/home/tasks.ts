import type { IsoDate } from '#core/calendar/iso-date.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Task } from '#lib/ui/task.ts';
import { currentYear, phasesOn, type PhaseOnDay } from '../cycles/deadlines.ts';
import { latest, type ComputedCycle } from '../cycles/service.ts';
import type { Reader } from '../database/database.ts';
import { guidelineTasks } from '../guidelines/tasks.ts';
import { ownAccount } from '../identity/own-account.ts';
import type { SignedIn } from '../identity/signed-in.ts';
import { objectiveTasks } from '../objectives/tasks.ts';
import { unitOn } from '../organisation/units/units.ts';
import { ENTITY, may, scopesOf, type Subject } from '../permissions/permission.ts';
import { serviceTasks } from '../services/tasks.ts';
import { bodyGaps } from './body-gaps.ts';
import { surveyTasks } from './survey-tasks.ts';

/** What the home page of somebody shows: what to do now, and how far the cycle is. */
export interface Home {
  readonly year: number | null;
  readonly phases: readonly PhaseOnDay[];
  readonly tasks: readonly Task[];
}

/** The fewest recovery codes that are left before new ones are asked for. */
const FEW_CODES = 3;

export async function homeOf(db: Reader, { session, subject }: SignedIn, date: IsoDate): Promise<Home> {
  const year = await currentYear(db);
  const phases = year === null ? [] : await phasesOn(db, year, date);
  const computed = await latest(db);
  const current = phases.find(({ state }) => state === 'current') ?? null;
  const account = await ownAccount(db, session.account);
  return {
    year,
    phases,
    tasks: [
      ...(await surveyTasks(db, subject, date)),
      ...(await objectiveTasks(db, subject)),
      ...(await guidelineTasks(db, subject)),
      ...(await serviceTasks(db, subject)),
      ...deadlineTasks(subject, phases),
      ...(await gapTasks(db, subject, date)),
      ...(computed ? entityTasks(subject, computed, current) : []),
      ...(computed ? await directionTasks(db, subject, computed, date) : []),
      ...(computed ? sheetTasks(subject, computed) : []),
      ...accountTasks(account),
    ],
  };
}

function deadlineTasks(subject: Subject, phases: readonly PhaseOnDay[]): Task[] {
  if (!may(subject, 'deadline.change', ENTITY)) return [];
  const task = { href: '/scadenze', title: m.home_task_deadlines_title() } as const;
  if (phases.length === 0) return [{ ...task, why: m.home_task_deadlines_none() }];
  const over = phases.every(({ state }) => state === 'done');
  return over ? [{ ...task, why: m.home_task_deadlines_over() }] : [];
}

/** What the organisation lacks, for who can see to it. */
async function gapTasks(db: Reader, subject: Subject, date: IsoDate): Promise<Task[]> {
  const roles = new Set(subject.roles);
  const asked = ['secretaryGeneral', 'humanResources', 'administrator'] as const;
  if (!asked.some((role) => roles.has(role))) return [];
  const { directionsWithoutLeader, peopleWithoutAccount } = await bodyGaps(db, date);
  const tasks: Task[] = [];
  if (directionsWithoutLeader > 0 && (roles.has('secretaryGeneral') || roles.has('humanResources')))
    tasks.push({
      href: '/organizzazione',
      title: m.home_task_leaders_title({ count: directionsWithoutLeader }),
      why: m.home_task_leaders_why(),
    });
  if (peopleWithoutAccount > 0 && roles.has('administrator'))
    tasks.push({
      href: '/amministrazione/utenti/nuovo',
      title: m.home_task_accounts_title({ count: peopleWithoutAccount }),
      why: m.home_task_accounts_why(),
    });
  return tasks;
}

function entityTasks(subject: Subject, { cycle }: ComputedCycle, current: PhaseOnDay | null): Task[] {
  if (!may(subject, 'result.entity.read', ENTITY)) return [];
  const { openDecisions, warnings } = cycle;
  const until = current?.phase === 'computation' ? { until: current.endsOn } : {};
  const read: Task = {
    href: '/risultati',
    title: m.home_task_results_title({ year: cycle.year }),
    why: m.home_task_results_why({ warnings: warnings.length }),
    ...until,
  };
  if (openDecisions.length === 0) return [read];
  const decide: Task = {
    href: '/risultati',
    title: m.home_task_decisions_title({ count: openDecisions.length }),
    why: m.home_task_decisions_why(),
    ...until,
  };
  return [decide, read];
}

async function directionTasks(
  db: Reader,
  subject: Subject,
  { cycle }: ComputedCycle,
  date: IsoDate,
): Promise<Task[]> {
  if (!scopesOf(subject, 'result.direction.read').has('direction')) return [];
  const led = await Promise.all([...subject.leads].map((unit) => unitOn(db, unit, date)));
  return led.flatMap((unit) =>
    unit?.kind === 'direction' && cycle.sheets.has(unit.id)
      ? [
          {
            href: `/risultati/direzioni/${unit.id}`,
            title: m.home_task_direction_title({ name: unit.name }),
            why: m.home_task_direction_why({ year: cycle.year }),
          } as const,
        ]
      : [],
  );
}

function sheetTasks(subject: Subject, { cycle }: ComputedCycle): Task[] {
  if (scopesOf(subject, 'result.person.read').size === 0) return [];
  const { person } = subject;
  const has =
    cycle.employees.some(({ employee }) => employee.id === person) ||
    cycle.eqHolders.list.some(({ sheet }) => sheet.holder.id === person) ||
    cycle.executives.list.some(({ executive }) => executive.id === person);
  return has
    ? [
        {
          href: `/risultati/persone/${person}`,
          title: m.home_task_sheet_title({ year: cycle.year }),
          why: m.home_task_sheet_why(),
        },
      ]
    : [];
}

function accountTasks({ secondFactor, recoveryCodesLeft }: Awaited<ReturnType<typeof ownAccount>>): Task[] {
  return secondFactor && recoveryCodesLeft < FEW_CODES
    ? [
        {
          href: '/profilo/secondo-fattore',
          title: m.home_task_codes_title(),
          why: m.home_task_codes_why({ left: recoveryCodesLeft }),
        },
      ]
    : [];
}
