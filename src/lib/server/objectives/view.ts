import { error } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/locale/locale.ts';
import { shownEntries } from '../audit/shown-entries.ts';
import { latest as latestEntries } from '../audit/store.ts';
import { explainedFigure } from '../cycles/explained-figure.ts';
import type { Reader } from '../database/database.ts';
import { cellWords, decimalWords } from '../lists/cell-words.ts';
import { keyText, type ListDefinition } from '../lists/definition.ts';
import { historyOf } from '../lists/history.ts';
import type { Subject } from '../permissions/permission.ts';
import { accessOf, readable, type Access } from './access.ts';
import { awaitsAnswer, setOf } from './assigning.ts';
import { knownAchievements, mayCertify } from './certifying.ts';
import { objectiveIndicatorsList, objectivesList } from './lists.ts';
import { isOfEntity, isOfPeople, OBJECTIVE_STATES } from './model.ts';
import { mayReport } from './reporting.ts';
import { objectiveRow, reportsOf } from './store.ts';
import { lineOf } from './tree.ts';
import { columnOf } from './typed-cell.ts';
import { weightsTotal } from './weights.ts';
import { gapTitle, kindTitle, levelTitle, percentWords, shownAchievement, stateTitle } from './words.ts';
import {
  chainAbove,
  leaderOfObjective,
  readYear,
  siloOf,
  type Objective,
  type ObjectiveYear,
} from './year.ts';

export interface Opened {
  readonly all: ObjectiveYear;
  readonly access: Access;
  readonly objective: Objective;
}

/** An objective for who asks. Throws 404 where there is none, or none that they may open. */
export async function openObjective(db: Reader, subject: Subject, id: string): Promise<Opened> {
  const row = await objectiveRow(db, id);
  if (row) {
    const [all, access] = [await readYear(db, row.year), await accessOf(db, subject)];
    const objective = all.objectives.get(row.id)!;
    if (readable(all, access).has(objective)) return { all, access, objective };
  }
  error(404, m.ui_error_404_what());
}

/** The reports of an objective, and the file beside one of them. */
export { attachmentOf, reportsOf } from './store.ts';

/** What somebody may do to an objective as it stands. */
export function stepsFor({ all, access, objective }: Opened) {
  const { state, row } = objective;
  const isDraft = state === 'draft';
  const isLocked = state === 'certified';
  const answers = access.accepts(objective) && awaitsAnswer(objective, access.subject.person);
  const reports = access.reports(objective);
  return {
    change: isDraft && access.changes(objective),
    remove: isDraft && access.changes(objective) && (all.serving.get(row.id) ?? []).length === 0,
    assign: isDraft && !isOfEntity(row.level) && access.assigns(objective),
    withdraw: (state === 'assigned' || state === 'accepted') && access.assigns(objective),
    answer: answers,
    monitor: reports && mayReport(objective, 'midYear'),
    report: reports && mayReport(objective, 'final'),
    attach: reports && !isLocked,
    certify: access.certifies && mayCertify(objective),
  };
}

/** An objective as its page shows it. */
export async function objectiveView(db: Reader, opened: Opened, locale: Locale) {
  const { all, access, objective } = opened;
  const { row, indicators, owners, state, achievement } = objective;
  const open = readable(all, access);
  const siloId = siloOf(all, objective);
  const better = columnOf(objectiveIndicatorsList, 'better');
  const number = (value: string | null) =>
    value === null || value === '' ? null : decimalWords(value, locale);
  const leader = await leaderOfObjective(db, objective);
  const known = knownAchievements(objective, all.regulation);
  return {
    id: row.id,
    year: row.year,
    title: row.title,
    description: row.description,
    level: levelTitle(row.level, locale),
    isOfPeople: isOfPeople(row.level),
    isOfEntity: isOfEntity(row.level),
    state,
    states: OBJECTIVE_STATES.map((known) => ({ state: known, title: stateTitle(known) })),
    kind: row.kind && kindTitle(row.kind, locale),
    silo: all.silos.find(({ id }) => id === siloId)?.name ?? null,
    unit: row.unitId && (all.unitNames.get(row.unitId) ?? row.unitId),
    leader: leader?.name ?? null,
    weight: number(row.weight),
    achievement: shownAchievement(achievement, locale),
    computed: achievement?.computed ? explainedFigure(achievement.computed, all.regulation, locale) : null,
    known: known.at(-1) ?? null,
    reported: row.reported && percentWords(row.reported, locale),
    certified: row.certified && percentWords(row.certified, locale),
    certifiedValue: row.certified,
    differs:
      state !== 'certified' &&
      achievement?.computed != null &&
      row.reported !== null &&
      known.length > 1 &&
      Number(known[0]) !== Number(known[1]),
    certificationReason: row.certificationReason,
    lacks: objective.gaps.map(gapTitle),
    above: chainAbove(all, objective)
      .map((above) => ({
        id: above.row.id,
        title: above.row.title,
        level: levelTitle(above.row.level, locale),
      }))
      .reverse(),
    below: (all.serving.get(row.id) ?? [])
      .filter((below) => open.has(below))
      .map((below) => lineOf(below, all, locale)),
    indicators: indicators.map((indicator) => ({
      id: indicator.id,
      name: indicator.name,
      measure: indicator.measure,
      better: cellWords(better, indicator.better, new Map(), locale),
      baseline: number(indicator.baseline),
      target: number(indicator.target),
      measured: number(indicator.measured),
      typedMeasured: indicator.measured?.replace('.', ',') ?? '',
      weight: number(indicator.weight),
    })),
    weightsTotal: number(weightsTotal(indicators.map(({ weight }) => weight))),
    owners: owners.map(({ personId, name, weight, acceptedAt, remark }) => {
      const set = setOf(all, personId, row.level).map(({ owner }) => owner.weight);
      const total = weightsTotal(set);
      return {
        ...{ id: personId, name, acceptedAt },
        remark: hears(opened, personId) ? remark : null,
        weight: number(weight),
        set: { count: set.length, total: number(total) },
      };
    }),
    reports: await reportsOf(db, row.id),
    history: await storyOf(db, opened, locale),
    may: stepsFor(opened),
  };
}

/** Whether somebody may read why a person sent an objective back: who looks after it, and the person; no colleague. */
function hears({ access, objective }: Pick<Opened, 'access' | 'objective'>, person: string): boolean {
  return (
    person === access.subject.person ||
    access.readsAll ||
    access.changes(objective) ||
    access.reports(objective)
  );
}

export interface Told {
  readonly key: string;
  readonly at: string;
  readonly who: string;
  readonly what: readonly string[];
}

/** The steps that the history of the records tells in more detail. */
const TOLD_BY_RECORDS = new Set([
  'objective.change',
  'objective.indicator',
  'objective.make',
  'objective.certify',
]);
const MOST_STEPS = 200;

/** Who did and said what of an objective and its indicators, the latest first. */
async function storyOf(db: Reader, { all, access, objective }: Opened, locale: Locale): Promise<Told[]> {
  const { row, indicators } = objective;
  const subject = { kind: 'objective', id: row.id };
  const entries = await latestEntries(db, { before: null, subject, person: null }, MOST_STEPS);
  const steps = (await shownEntries(db, entries))
    .filter(({ action }) => !TOLD_BY_RECORDS.has(action))
    .map(({ sequence, at, actor, actorName, action, changes }) => {
      const isHeard = action !== 'objective.sendBack' || hears({ access, objective }, actor);
      const remark = isHeard && changes.find(({ field }) => field === 'remark' || field === 'remarks')?.after;
      return {
        key: `step-${sequence}`,
        at,
        who: actorName ?? m.lists_record_program(),
        what: [STEPS[action]?.() ?? action, ...(remark ? [`«${remark}»`] : [])],
      };
    });
  const of = async (list: ListDefinition, id: string, name: string | null): Promise<Told[]> => {
    const told = await historyOf(db, list, all.year, keyText(list, { id }), locale);
    return told.map(({ id: number, at, who, importId, what }) => ({
      key: `record-${number}`,
      at,
      who: importId === null ? who : `${who}, ${m.lists_record_byImport()}`,
      what: name === null ? what : [m.objectives_history_indicator({ name }), ...what],
    }));
  };
  const records = await Promise.all([
    of(objectivesList, row.id, null),
    ...indicators.map(({ id, name }) => of(objectiveIndicatorsList, id, name)),
  ]);
  return [...steps, ...records.flat()].sort((a, b) => (a.at < b.at ? 1 : -1));
}

const STEPS: Readonly<Partial<Record<string, () => string>>> = {
  'objective.assign': m.objectives_step_assign,
  'objective.withdraw': m.objectives_step_withdraw,
  'objective.accept': m.objectives_step_accept,
  'objective.sendBack': m.objectives_step_sendBack,
  'objective.monitor': m.objectives_step_monitor,
  'objective.report': m.objectives_step_report,
  'objective.attach': m.objectives_step_attach,
  'objective.owners': m.objectives_step_owners,
  'objective.copy': m.objectives_step_copy,
};
