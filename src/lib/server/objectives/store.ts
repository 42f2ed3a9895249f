import { and, desc, eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import type { Reader, Writer } from '../database/database.ts';
import type { PersonId, UnitId } from '../organisation/model.ts';
import { person, unit } from '../organisation/schema.ts';
import type { ObjectiveId, ObjectiveLevel, ReportPhase } from './model.ts';
import { objective, objectiveIndicator, objectiveOwner, objectiveReport, silo } from './schema.ts';

/** Where an objective stands in the chain. */
export interface Standing {
  readonly id: ObjectiveId;
  readonly level: ObjectiveLevel;
  readonly year: number;
  readonly parent: ObjectiveId | null;
}

/** Objectives by id, of any year. */
export function standings(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, Standing>> {
  const rows = db
    .select({ id: objective.id, level: objective.level, year: objective.year, parent: objective.parentId })
    .from(objective)
    .where(sql`${objective.id} in (select value from json_each(${JSON.stringify(ids)}))`)
    .all();
  return Promise.resolve(new Map(rows.map((row) => [row.id, row])));
}

export interface Owned {
  readonly objective: ObjectiveId;
  readonly person: PersonId;
  readonly level: ObjectiveLevel;
}

/** Whose objectives of a year are whose. */
export function owned(db: Reader, year: number): Promise<Owned[]> {
  return Promise.resolve(
    db
      .select({ objective: objective.id, person: objectiveOwner.personId, level: objective.level })
      .from(objectiveOwner)
      .innerJoin(objective, eq(objective.id, objectiveOwner.objectiveId))
      .where(eq(objective.year, year))
      .all(),
  );
}

/** The kinds of units. */
export function unitKinds(db: Reader, ids: readonly UnitId[]): Promise<ReadonlyMap<UnitId, string>> {
  const rows = db
    .select({ id: unit.id, kind: unit.kind })
    .from(unit)
    .where(inArray(unit.id, [...ids]))
    .all();
  return Promise.resolve(new Map(rows.map(({ id, kind }) => [id, kind])));
}

export type ObjectiveRow = typeof objective.$inferSelect;
export type IndicatorRow = typeof objectiveIndicator.$inferSelect;

/** An owner, with the name: family name first. */
export interface OwnerRow {
  readonly objectiveId: ObjectiveId;
  readonly personId: PersonId;
  readonly name: string;
  readonly weight: string | null;
  readonly acceptedAt: string | null;
  readonly remark: string | null;
}

/** Objectives of a year, in the order of their codes. */
export function objectivesOf(db: Reader, year: number): Promise<ObjectiveRow[]> {
  return Promise.resolve(
    db.select().from(objective).where(eq(objective.year, year)).orderBy(objective.id).all(),
  );
}

export function objectiveRow(db: Reader, id: string): Promise<ObjectiveRow | null> {
  return Promise.resolve(
    db
      .select()
      .from(objective)
      .where(eq(objective.id, id as ObjectiveId))
      .get() ?? null,
  );
}

/** The indicators of the objectives of a year, in the order of their codes. */
export function indicatorsOf(db: Reader, year: number): Promise<IndicatorRow[]> {
  return Promise.resolve(
    db
      .select(getTableColumns(objectiveIndicator))
      .from(objectiveIndicator)
      .innerJoin(objective, eq(objective.id, objectiveIndicator.objectiveId))
      .where(eq(objective.year, year))
      .orderBy(objectiveIndicator.id)
      .all(),
  );
}

/** The owners of the objectives of a year, in the order of names. */
export function ownersOf(db: Reader, year: number): Promise<OwnerRow[]> {
  return Promise.resolve(
    db
      .select({
        objectiveId: objectiveOwner.objectiveId,
        personId: objectiveOwner.personId,
        name: sql<string>`${person.familyName} || ' ' || ${person.givenName}`,
        weight: objectiveOwner.weight,
        acceptedAt: objectiveOwner.acceptedAt,
        remark: objectiveOwner.remark,
      })
      .from(objectiveOwner)
      .innerJoin(objective, eq(objective.id, objectiveOwner.objectiveId))
      .innerJoin(person, eq(person.id, objectiveOwner.personId))
      .where(eq(objective.year, year))
      .orderBy(person.familyName, person.givenName, person.id)
      .all(),
  );
}

/** The columns of an objective that say how far it has come, and that no list has. */
export type Progress = Partial<
  Pick<
    ObjectiveRow,
    'assignedAt' | 'assignedBy' | 'reportedAt' | 'reportedBy' | 'certifiedAt' | 'certifiedBy'
  >
>;

export function setProgress(db: Writer, id: ObjectiveId, progress: Progress): Promise<void> {
  db.update(objective).set(progress).where(eq(objective.id, id)).run();
  return Promise.resolve();
}

/** Forgets what the owners said: they are asked again. */
export function forgetAnswers(db: Writer, id: ObjectiveId): Promise<void> {
  db.update(objectiveOwner)
    .set({ acceptedAt: null, remark: null })
    .where(eq(objectiveOwner.objectiveId, id))
    .run();
  return Promise.resolve();
}

/** What somebody answers to an objective; who leads a direction is written down as its owner. */
export function setAnswer(
  db: Writer,
  id: ObjectiveId,
  personId: PersonId,
  answer: { readonly acceptedAt: string | null; readonly remark: string | null },
): Promise<void> {
  db.insert(objectiveOwner)
    .values({ objectiveId: id, personId, ...answer })
    .onConflictDoUpdate({ target: [objectiveOwner.objectiveId, objectiveOwner.personId], set: answer })
    .run();
  return Promise.resolve();
}

/** A report without the bytes of its attachment. */
export interface ReportRow {
  readonly id: number;
  readonly phase: ReportPhase;
  readonly remarks: string;
  readonly at: string;
  readonly name: string;
  readonly attachmentName: string | null;
}

const reportColumns = {
  id: objectiveReport.id,
  phase: objectiveReport.phase,
  remarks: objectiveReport.remarks,
  at: objectiveReport.at,
  name: sql<string>`${person.givenName} || ' ' || ${person.familyName}`,
  attachmentName: objectiveReport.attachmentName,
};

/** The reports of an objective, the latest first. */
export function reportsOf(db: Reader, id: ObjectiveId): Promise<ReportRow[]> {
  return Promise.resolve(
    db
      .select(reportColumns)
      .from(objectiveReport)
      .innerJoin(person, eq(person.id, objectiveReport.by))
      .where(eq(objectiveReport.objectiveId, id))
      .orderBy(desc(objectiveReport.id))
      .all(),
  );
}

export function addReport(
  db: Writer,
  report: {
    readonly objectiveId: ObjectiveId;
    readonly phase: ReportPhase;
    readonly remarks: string;
    readonly at: string;
    readonly by: PersonId;
  },
): Promise<number> {
  return Promise.resolve(Number(db.insert(objectiveReport).values(report).run().lastInsertRowid));
}

/** A file, and what it is by its first bytes. */
export interface Attachment {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

export function attachmentOf(db: Reader, id: ObjectiveId, report: number): Promise<Attachment | null> {
  const row = db
    .select({
      name: objectiveReport.attachmentName,
      type: objectiveReport.attachmentType,
      bytes: objectiveReport.attachment,
    })
    .from(objectiveReport)
    .where(and(eq(objectiveReport.objectiveId, id), eq(objectiveReport.id, report)))
    .get();
  const { name, type, bytes } = row ?? {};
  return Promise.resolve(name && type && bytes ? { name, type, bytes } : null);
}

/** Puts a file beside a report. False: there is no such report of the objective. */
export function attach(
  db: Writer,
  id: ObjectiveId,
  report: number,
  { name, type, bytes }: Attachment,
): Promise<boolean> {
  const { changes } = db
    .update(objectiveReport)
    .set({ attachmentName: name, attachmentType: type, attachment: bytes })
    .where(and(eq(objectiveReport.objectiveId, id), eq(objectiveReport.id, report)))
    .run();
  return Promise.resolve(changes > 0);
}

/** Everything that was reported of an objective, taken away with it. */
export function takeTraces(db: Writer, id: ObjectiveId): Promise<void> {
  db.delete(objectiveReport).where(eq(objectiveReport.objectiveId, id)).run();
  db.delete(objectiveOwner).where(eq(objectiveOwner.objectiveId, id)).run();
  return Promise.resolve();
}

/** The silos of a year. */
export function silosOf(db: Reader, year: number): Promise<{ id: string; name: string }[]> {
  return Promise.resolve(
    db.select({ id: silo.id, name: silo.name }).from(silo).where(eq(silo.year, year)).orderBy(silo.id).all(),
  );
}

/** Codes that begin with these letters, of any year. */
export function codesBeginning(db: Reader, letters: string): Promise<string[]> {
  return Promise.resolve(
    db
      .select({ id: objective.id })
      .from(objective)
      .where(sql`substr(${objective.id}, 1, ${letters.length}) = ${letters}`)
      .all()
      .map(({ id }) => id),
  );
}
