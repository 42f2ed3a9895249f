import { Notices } from '#core/cycle/notices.ts';
import { decimalText } from '#core/quantity/decimal-text.ts';
import type { Regulation } from '#core/regulation/schema.ts';
import { hasReachedHours, hoursDue, trainingPoints } from '#core/rules/training.ts';
import type { Locale } from '#lib/locale/locale.ts';
import { staffOf, type Member, type Staff } from '../assembly/staff.ts';
import { today } from '../calendar/today.ts';
import { explainedRule, type ExplainedRule } from '../cycles/explained-figure.ts';
import type { Portal, Reader } from '../database/database.ts';
import { decimalWords } from '../lists/cell-words.ts';
import type { Cells, ListDefinition } from '../lists/definition.ts';
import { labelsOf } from '../lists/references.ts';
import { asTyped, type FormRow } from '../lists/rows-form.ts';
import { saveRows, type RowsSaved } from '../lists/save-rows.ts';
import type { PersonId, UnitId } from '../organisation/model.ts';
import type { Subject } from '../permissions/permission.ts';
import { reachOf, type Reach } from '../permissions/reach.ts';
import { reachesUnit } from '../permissions/reaches-unit.ts';
import { folded } from '../texts/folded.ts';
import { trainingDeliveryList, trainingHoursList } from './lists.ts';
import { traineeOf } from './trainee.ts';

export interface TrainingAccess {
  readonly reads: Reach | null;
  readonly changes: Reach | null;
}

export async function trainingAccess(db: Reader, subject: Subject): Promise<TrainingAccess> {
  const date = today();
  return {
    reads: await reachOf(db, subject, 'training.read', date),
    changes: await reachOf(db, subject, 'training.change', date),
  };
}

export const PEOPLE_A_PAGE = 50;

export interface TrainingRow {
  readonly person: PersonId;
  readonly name: string;
  readonly direction: string;
  readonly mayChange: boolean;
  /** As they are typed; empty: nothing is written. */
  readonly hours: string;
  readonly days: string;
  readonly exemption: string;
  /** The days in service that count, as the registry or the record has them. */
  readonly daysCounted: number;
  /** The hours that were due, in words. */
  readonly due: string;
  readonly state: 'reached' | 'missed' | 'exempt' | 'unknown';
  readonly shown: string;
}

export interface DeliveryRow {
  readonly mayChange: boolean;
  readonly degree: string;
  readonly note: string;
  readonly shown: string;
}

export interface TrainingPage {
  readonly directions: readonly { readonly id: UnitId; readonly name: string }[];
  /** Null: all that the person reads. */
  readonly direction: { readonly id: UnitId; readonly name: string } | null;
  readonly rows: readonly TrainingRow[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  /** Of the chosen direction, for who reads all of it. */
  readonly standing: { readonly points: ExplainedRule; readonly delivery: DeliveryRow } | null;
}

export interface TrainingChoice {
  readonly direction: string | null;
  readonly words: string;
  readonly page: number;
}

/** The training of the staff of a year, as far as somebody reads it. */
export async function trainingPage(
  db: Reader,
  year: number,
  regulation: Regulation,
  access: TrainingAccess,
  choice: TrainingChoice,
  locale: Locale,
): Promise<TrainingPage> {
  const staff = await staffOf(db, year, regulation);
  const members = membersOf(staff).filter((member) => isWithin(access.reads, member));
  const names = await labelsOf(
    db,
    'person',
    members.map(({ person }) => person),
  );
  const records = new Map(
    (await trainingHoursList.source.all(db, year)).map((record) => [record.personId!, record]),
  );
  const inhabited = new Set(members.map(({ direction }) => direction));
  const directions = staff.directions
    .filter(({ id }) => inhabited.has(id) || reachesUnit(access.reads, id))
    .sort((a, b) => a.name.localeCompare(b.name, 'it'));
  const chosen =
    directions.find(({ id }) => id === choice.direction) ?? (directions.length === 1 ? directions[0]! : null);
  const directionName = new Map(staff.directions.map(({ id, name }) => [id, name]));
  const wanted = folded(choice.words).split(/\s+/).filter(Boolean);
  const nameOf = ({ person }: Member) => names.get(person) ?? person;
  const found = members
    .filter((member) => chosen === null || member.direction === chosen.id)
    .filter((member) => wanted.every((word) => folded(nameOf(member)).includes(word)))
    .sort((a, b) => nameOf(a).localeCompare(nameOf(b), 'it') || (a.person < b.person ? -1 : 1));
  const from = (choice.page - 1) * PEOPLE_A_PAGE;
  const standing = chosen && reachesUnit(access.reads, chosen.id);
  return {
    directions,
    direction: chosen,
    rows: found.slice(from, from + PEOPLE_A_PAGE).map((member) => {
      const record = records.get(member.person) ?? null;
      const trainee = traineeOf(member.days, record);
      const state = trainee.exempt
        ? 'exempt'
        : record === null
          ? 'unknown'
          : hasReachedHours(trainee, year, regulation)
            ? 'reached'
            : 'missed';
      return {
        ...{ person: member.person, name: nameOf(member) },
        direction: directionName.get(member.direction) ?? member.direction,
        mayChange: isWithin(access.changes, member),
        ...typedCells(trainingHoursList, record, ['hours', 'days', 'exemption']),
        daysCounted: Number(trainee.days),
        due: decimalWords(decimalText(hoursDue(trainee.days, year, regulation)), locale),
        ...{ state, shown: JSON.stringify(record) },
      };
    }),
    total: found.length,
    page: choice.page,
    pages: Math.ceil(found.length / PEOPLE_A_PAGE),
    standing: standing
      ? {
          points: pointsOf(chosen.id, staff, records, year, regulation, locale),
          delivery: await deliveryOf(db, year, chosen.id, access.changes),
        }
      : null,
  };
}

function pointsOf(
  direction: UnitId,
  staff: Staff,
  records: ReadonlyMap<string, Cells>,
  year: number,
  regulation: Regulation,
  locale: Locale,
): ExplainedRule {
  const trainees = membersOf(staff)
    .filter((member) => member.direction === direction)
    .map(({ person, days }) => traineeOf(days, records.get(person) ?? null));
  const training = { staff: trainees, internalDelivery: '0' } as unknown as Parameters<
    typeof trainingPoints
  >[0];
  return explainedRule(
    'SET-D1',
    trainingPoints(training, year, regulation, new Notices()),
    regulation,
    locale,
  );
}

async function deliveryOf(
  db: Reader,
  year: number,
  direction: UnitId,
  changes: Reach | null,
): Promise<DeliveryRow> {
  const record = await trainingDeliveryList.source.one(db, year, { unitId: direction });
  return {
    mayChange: reachesUnit(changes, direction),
    ...typedCells(trainingDeliveryList, record, ['degree', 'note']),
    shown: JSON.stringify(record),
  };
}

/** Whom SET-D1 counts: the staff of a direction beside its executive. */
function membersOf(staff: Staff): readonly Member[] {
  return [...staff.employees, ...staff.eqHolders];
}

function isWithin(reach: Reach | null, { person, direction }: Member): boolean {
  return (
    reachesUnit(reach, direction) || (reach !== null && reach !== 'all' && reach.people.includes(person))
  );
}

function typedCells<Column extends string>(
  { columns }: ListDefinition,
  record: Cells | null,
  wanted: readonly Column[],
): Record<Column, string> {
  return Object.fromEntries(
    wanted.map((name) => [
      name,
      asTyped(
        columns.find(({ key }) => key === name)!,
        record?.[name] ?? null,
      ),
    ]),
  ) as Record<Column, string>;
}

/** Writes the hours that were changed, all or none; of people out of reach nothing, whatever the form holds. */
export async function saveHours(
  portal: Portal,
  by: PersonId,
  year: number,
  regulation: Regulation,
  access: TrainingAccess,
  form: FormData,
  locale: Locale,
): Promise<RowsSaved> {
  const members = membersOf(await staffOf(portal.read, year, regulation)).filter((member) =>
    isWithin(access.changes, member),
  );
  const names = await labelsOf(
    portal.read,
    'person',
    members.map(({ person }) => person),
  );
  const rows = members.map(({ person }): FormRow => ({
    ...{ id: person, label: names.get(person) ?? person, key: { personId: person } },
    columns: ['hours', 'days', 'exemption'],
  }));
  return saveRows(portal, by, trainingHoursList, year, rows, form, locale);
}

/** Writes how far a direction within reach delivered training itself. */
export async function saveDelivery(
  portal: Portal,
  by: PersonId,
  year: number,
  access: TrainingAccess,
  direction: UnitId,
  label: string,
  form: FormData,
  locale: Locale,
): Promise<RowsSaved> {
  const row = { id: direction, label, key: { unitId: direction }, columns: ['degree', 'note'] };
  const rows = reachesUnit(access.changes, direction) ? [row] : [];
  return saveRows(portal, by, trainingDeliveryList, year, rows, form, locale);
}
