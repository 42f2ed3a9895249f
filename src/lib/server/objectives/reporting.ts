import { decimalText } from '#core/quantity/decimal-text.ts';
import type { Portal } from '../database/database.ts';
import type { Subject } from '../permissions/permission.ts';
import { computedOf } from './achievement.ts';
import { cellOf, columnOf } from './typed-cell.ts';
import { Refused, type ObjectiveFault } from './fault.ts';
import { objectiveIndicatorsList, objectivesList } from './lists.ts';
import type { ReportPhase } from './model.ts';
import { demand, demandRemark, takeStep, writeColumns, type Step } from './step.ts';
import { addReport, attach, setProgress, type Attachment } from './store.ts';
import type { Objective } from './year.ts';

/** What is typed into the form of a report. */
export interface TypedReport {
  readonly remarks: string;
  /** By the id of the indicator; empty: not measured. */
  readonly measured: Readonly<Record<string, string>>;
  /** Percent; empty: what the indicators come to. Of the final report only. */
  readonly achievement: string;
}

/**
 * Reports how an objective stands at mid-year, or how it ended. Who reports before everybody has accepted may: the year
 * does not wait for the one who is away.
 */
export function report(
  portal: Portal,
  subject: Subject,
  id: string,
  phase: ReportPhase,
  typed: TypedReport,
): Promise<readonly ObjectiveFault[]> {
  return takeStep(portal, subject, id, async (step) => {
    const { write, access, objective, now, note } = step;
    demand(access.reports(objective), { code: 'notYours' });
    demand(objective.state !== 'certified', { code: 'closed' });
    demand(mayReport(objective, phase), { code: 'wrongState' });
    const remarks = demandRemark(typed.remarks);
    const indicators = await measure(step, typed.measured);
    if (phase === 'final') await reportAchievement(step, indicators, typed.achievement);
    const number = await addReport(write, {
      ...{ objectiveId: objective.row.id, phase, remarks, at: now },
      by: subject.person,
    });
    await note(phase === 'final' ? 'report' : 'monitor', null, { report: number, remarks });
  });
}

/** Whether an objective has come so far that it can be reported, or is reported and can be again. */
export function mayReport({ state }: Pick<Objective, 'state'>, phase: ReportPhase): boolean {
  if (state === 'assigned' || state === 'accepted') return true;
  return phase === 'final' && state === 'reported';
}

/** Writes what was measured, and returns the indicators as they then are. */
async function measure(step: Step, typed: TypedReport['measured']): Promise<Objective['indicators']> {
  const { objective } = step;
  const measured = objective.indicators.map((indicator) => {
    const text = typed[indicator.id];
    return text === undefined
      ? indicator
      : { ...indicator, measured: cellOf(MEASURED, text, `misurato-${indicator.id}`) };
  });
  for (const [at, indicator] of measured.entries()) {
    if (indicator.measured === objective.indicators[at]!.measured) continue;
    try {
      await writeColumns(
        step,
        objectiveIndicatorsList,
        { id: indicator.id },
        { measured: indicator.measured },
      );
    } catch (error) {
      if (error instanceof Refused) throw atField(error, 'measured', `misurato-${indicator.id}`);
      throw error;
    }
  }
  return measured;
}

async function reportAchievement(step: Step, indicators: Objective['indicators'], typed: string) {
  const { write, access, all, objective, now } = step;
  const computed = computedOf(indicators, all.regulation);
  const written = cellOf(REPORTED, typed, 'achievement');
  const reported = written ?? (computed ? decimalText(computed.value) : null);
  demand(reported !== null, { code: 'achievementMissing' });
  await writeColumns(step, objectivesList, { id: objective.row.id }, { reported });
  await setProgress(write, objective.row.id, { reportedAt: now, reportedBy: access.subject.person });
}

const MEASURED = columnOf(objectiveIndicatorsList, 'measured');
const REPORTED = columnOf(objectivesList, 'reported');

function atField({ faults }: Refused, column: string, field: string): Refused {
  return new Refused(
    ...faults.map((fault) =>
      fault.code === 'list' && fault.column === column ? { ...fault, column: field } : fault,
    ),
  );
}

/** Puts a file beside a report, in the place of one that was there before. */
export function attachTo(
  portal: Portal,
  subject: Subject,
  id: string,
  report: number,
  file: Attachment,
): Promise<readonly ObjectiveFault[]> {
  return takeStep(portal, subject, id, async ({ write, access, objective, note }) => {
    demand(access.reports(objective), { code: 'notYours' });
    demand(objective.state !== 'certified', { code: 'closed' });
    demand(await attach(write, objective.row.id, report, file), { code: 'unknown' });
    await note('attach', null, { report, name: file.name, type: file.type });
  });
}
