import { randomUUID } from 'node:crypto';
import type { Portal } from '../database/database.ts';
import type { Cells } from '../lists/definition.ts';
import { typedRecord } from '../lists/editing.ts';
import type { Subject } from '../permissions/permission.ts';
import { mayServe, type Access } from './access.ts';
import { listFault, Refused, type ObjectiveFault } from './fault.ts';
import { objectiveIndicatorsList, objectiveOwnersList, objectivesList } from './lists.ts';
import { isOfPeople, type ObjectiveId } from './model.ts';
import { demand, takeStep, writeList, type Step } from './step.ts';
import { takeTraces } from './store.ts';
import type { ObjectiveYear } from './year.ts';

/** What of an objective is written in its form; the rest of the record says how far it has come. */
export const EDITED_COLUMNS = ['title', 'description', 'parentId', 'siloId', 'kind', 'weight'] as const;

/** What of an indicator is written in its form. */
export const INDICATOR_COLUMNS = ['name', 'measure', 'better', 'baseline', 'target', 'weight'] as const;

type Typed = Readonly<Record<string, string>>;

/** Only a draft is changed; what was assigned is taken back first. */
function demandDraft({ access, objective }: Step): void {
  demand(access.changes(objective), { code: 'notYours' });
  demand(objective.state !== 'certified', { code: 'closed' });
  demand(objective.state === 'draft', { code: 'wrongState' });
}

/** Changes what an objective is. `shown` is the record as the person was shown it: somebody may have changed it meanwhile. */
export function changeObjective(
  portal: Portal,
  subject: Subject,
  id: string,
  typed: Typed,
  shown: Cells | null,
): Promise<readonly ObjectiveFault[]> {
  return takeStep(portal, subject, id, async (step) => {
    demandDraft(step);
    const { write, all, note } = step;
    const now = (await objectivesList.source.one(write, all.year, { id }))!;
    const after = await recordFrom(step, objectivesList, now, typed, EDITED_COLUMNS);
    if (after.parentId !== now.parentId) demandParent(all, step.access, after.parentId ?? null);
    await writeList(write, objectivesList, all.year, subject, [{ before: shown ?? now, after }]);
    await note('change', now, after);
  });
}

/** Throws {@link Refused} if it would serve what the person may not open. What does not exist the list refuses. */
export function demandParent(all: ObjectiveYear, access: Access, id: string | null): void {
  const parent = all.objectives.get((id ?? '') as ObjectiveId);
  demand(!parent || mayServe(all, access, parent), { code: 'notYours' });
}

/** The record with what was typed in some of its columns. Throws {@link Refused} at the fields. */
async function recordFrom(
  { write }: Step,
  list: typeof objectivesList,
  record: Cells,
  typed: Typed,
  columns: readonly string[],
): Promise<Cells> {
  const edited = { ...list, columns: list.columns.filter(({ key }) => columns.includes(key)) };
  const made = await typedRecord(write, edited, typed);
  if (!made.ok) throw new Refused(...made.faults.map(listFault));
  return { ...record, ...made.record };
}

/**
 * Changes an indicator of a draft, or adds one.
 *
 * @param indicator its code; null: a new one
 */
export function saveIndicator(
  portal: Portal,
  subject: Subject,
  id: string,
  indicator: string | null,
  typed: Typed,
): Promise<readonly ObjectiveFault[]> {
  return takeStep(portal, subject, id, async (step) => {
    demandDraft(step);
    const { write, all, objective, note } = step;
    const isOwn = indicator === null || objective.indicators.some((own) => own.id === indicator);
    demand(isOwn, { code: 'unknown' });
    const before =
      indicator === null
        ? null
        : await objectiveIndicatorsList.source.one(write, all.year, { id: indicator });
    const record = before ?? { id: nextIndicator(step), objectiveId: id };
    const after = await recordFrom(step, objectiveIndicatorsList, record, typed, INDICATOR_COLUMNS);
    await writeList(write, objectiveIndicatorsList, all.year, subject, [{ before, after }]);
    await note('indicator', before, after);
  });
}

/** The first free code of an indicator; a random one where codes are not as we give them. */
function nextIndicator({ objective: { row, indicators } }: Step): string {
  const taken = new Set(indicators.map(({ id }) => id));
  const next = `${row.id}-${indicators.length + 1}`;
  return taken.has(next) || next.length > 50 ? randomUUID() : next;
}

export function removeIndicator(
  portal: Portal,
  subject: Subject,
  id: string,
  indicator: string,
): Promise<readonly ObjectiveFault[]> {
  return takeStep(portal, subject, id, async (step) => {
    demandDraft(step);
    const { write, all, objective, note } = step;
    demand(
      objective.indicators.some((own) => own.id === indicator),
      { code: 'unknown' },
    );
    const before = await objectiveIndicatorsList.source.one(write, all.year, { id: indicator });
    await writeList(write, objectiveIndicatorsList, all.year, subject, [{ before, after: null }]);
    await note('indicator', before, null);
  });
}

export interface TypedOwner {
  readonly person: string;
  readonly weight: string;
}

/** Says whose an objective of people is, and with what weight among theirs. */
export function setOwners(
  portal: Portal,
  subject: Subject,
  id: string,
  owners: readonly TypedOwner[],
): Promise<readonly ObjectiveFault[]> {
  return takeStep(portal, subject, id, async (step) => {
    demandDraft(step);
    const { write, access, all, objective, note } = step;
    demand(isOfPeople(objective.row.level), { code: 'wrongState' });
    const { change } = access;
    const isTheirs = (person: string) =>
      change === 'all' ||
      (change?.people as readonly string[] | undefined)?.includes(person) === true ||
      objective.owners.some(({ personId }) => personId === person);
    demand(
      owners.every(({ person }) => isTheirs(person)),
      { code: 'notYours' },
    );
    const before = new Map<string, Cells>(
      objective.owners.map(({ personId, weight }) => [personId, { objectiveId: id, personId, weight }]),
    );
    const after = new Map<string, Cells>();
    for (const { person, weight } of owners) {
      const record = { objectiveId: id, personId: person };
      after.set(person, await recordFrom(step, objectiveOwnersList, record, { weight }, ['weight']));
    }
    const changes = [...new Set([...before.keys(), ...after.keys()])]
      .map((person) => ({ before: before.get(person) ?? null, after: after.get(person) ?? null }))
      .filter(({ before: was, after: is }) => was?.weight !== is?.weight || was === null || is === null);
    await writeList(write, objectiveOwnersList, all.year, subject, changes);
    await note('owners', { owners: [...before.keys()] }, { owners: [...after.keys()] });
  });
}

/** Takes a draft away, with its indicators and owners. Refused while something serves it. */
export function removeObjective(
  portal: Portal,
  subject: Subject,
  id: string,
): Promise<readonly ObjectiveFault[]> {
  return takeStep(portal, subject, id, async (step) => {
    demandDraft(step);
    const { write, all, objective, note } = step;
    demand((all.serving.get(objective.row.id) ?? []).length === 0, { code: 'serves' });
    const gone = (before: Cells | null) => ({ before, after: null });
    const indicators = await Promise.all(
      objective.indicators.map((own) => objectiveIndicatorsList.source.one(write, all.year, { id: own.id })),
    );
    await writeList(write, objectiveIndicatorsList, all.year, subject, indicators.map(gone));
    if (isOfPeople(objective.row.level)) {
      const owners = objective.owners.map(({ personId, weight }) => ({ objectiveId: id, personId, weight }));
      await writeList(write, objectiveOwnersList, all.year, subject, owners.map(gone));
    }
    await takeTraces(write, objective.row.id);
    const record = await objectivesList.source.one(write, all.year, { id });
    await writeList(write, objectivesList, all.year, subject, [gone(record)]);
    await note('remove', record, null);
  });
}
