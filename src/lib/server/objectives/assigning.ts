import type { Portal } from '../database/database.ts';
import type { Subject } from '../permissions/permission.ts';
import { Refused, type ObjectiveFault } from './fault.ts';
import { isOfEntity, isOfPeople } from './model.ts';
import { demand, demandRemark, takeStep, type Step } from './step.ts';
import { forgetAnswers, setAnswer, setProgress } from './store.ts';
import { weightsHold, weightsTotal } from './weights.ts';
import { leaderOfObjective, type Objective, type ObjectiveYear } from './year.ts';

/** Hands a draft to its owners. Refused with everything that it lacks. */
export function assign(portal: Portal, subject: Subject, id: string): Promise<readonly ObjectiveFault[]> {
  return takeStep(portal, subject, id, assignStep);
}

async function assignStep({ write, access, all, objective, now, note }: Step): Promise<void> {
  const { row, state } = objective;
  demand(access.assigns(objective), { code: 'notYours' });
  demand(state === 'draft' && !isOfEntity(row.level), { code: 'wrongState' });
  const faults: ObjectiveFault[] = [
    ...objective.gaps.map((gap) => ({ code: 'gap', gap }) as const),
    ...personWeightFaults(all, objective),
  ];
  if (row.level === 'executive' && !(await leaderOfObjective(write, objective)))
    faults.push({ code: 'noLeader' });
  if (faults.length > 0) throw new Refused(...faults);
  await setProgress(write, row.id, { assignedAt: now, assignedBy: access.subject.person });
  await forgetAnswers(write, row.id);
  await note('assign', null, { owners: objective.owners.map(({ personId }) => personId) });
}

/** The objectives of a person at one level. */
export function setOf(all: ObjectiveYear, person: string, level: string) {
  return [...all.objectives.values()].flatMap(({ row, owners }) => {
    const own = row.level === level ? owners.find(({ personId }) => personId === person) : undefined;
    return own ? [{ row, owner: own }] : [];
  });
}

function personWeightFaults(all: ObjectiveYear, { row, owners }: Objective): ObjectiveFault[] {
  if (!isOfPeople(row.level)) return [];
  return owners.flatMap(({ personId, name }): ObjectiveFault[] => {
    const weights = setOf(all, personId, row.level).map(({ owner }) => owner.weight);
    return weightsHold(weights) ? [] : [{ code: 'personWeights', name, total: weightsTotal(weights) ?? '' }];
  });
}

/** Takes an objective back to be changed, as long as nobody has reported it. The owners will be asked again. */
export function withdraw(portal: Portal, subject: Subject, id: string): Promise<readonly ObjectiveFault[]> {
  return takeStep(portal, subject, id, async ({ write, access, objective, note }) => {
    demand(access.assigns(objective), { code: 'notYours' });
    demand(objective.state === 'assigned' || objective.state === 'accepted', { code: 'wrongState' });
    await setProgress(write, objective.row.id, { assignedAt: null, assignedBy: null });
    await forgetAnswers(write, objective.row.id);
    await note('withdraw', { assignedAt: objective.row.assignedAt }, null);
  });
}

/** Says yes to an objective: its owner, or who leads the direction whose it is. */
export function accept(portal: Portal, subject: Subject, id: string): Promise<readonly ObjectiveFault[]> {
  return takeStep(portal, subject, id, async ({ write, access, objective, now, note }) => {
    demandAnswerable(access, objective);
    await setAnswer(write, objective.row.id, subject.person, { acceptedAt: now, remark: null });
    await note('accept', null, { acceptedAt: now });
  });
}

/** Sends an objective back to who assigned it, with a remark: it is a draft again, and everybody is asked again later. */
export function sendBack(
  portal: Portal,
  subject: Subject,
  id: string,
  words: string,
): Promise<readonly ObjectiveFault[]> {
  return takeStep(portal, subject, id, async ({ write, access, objective, note }) => {
    demandAnswerable(access, objective);
    const remark = demandRemark(words);
    await forgetAnswers(write, objective.row.id);
    await setAnswer(write, objective.row.id, subject.person, { acceptedAt: null, remark });
    await setProgress(write, objective.row.id, { assignedAt: null, assignedBy: null });
    await note('sendBack', null, { remark });
  });
}

function demandAnswerable(access: Step['access'], objective: Objective): void {
  demand(access.accepts(objective), { code: 'notYours' });
  demand(awaitsAnswer(objective, access.subject.person), { code: 'wrongState' });
}

/** Whether somebody who may answer has still to. */
export function awaitsAnswer({ state, owners }: Objective, person: string): boolean {
  return (
    state === 'assigned' && !owners.some((owner) => owner.personId === person && owner.acceptedAt !== null)
  );
}
