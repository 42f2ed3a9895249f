import { CONTRADICTIONS } from '#core/coherence/constraints.ts';
import type { DeclaredFigure } from '#core/coherence/declared-figure.ts';
import type { Office } from '#core/coherence/facts.ts';
import { FIGURE_KINDS } from '#core/coherence/figure-kinds.ts';
import { incoherences } from '#core/coherence/incoherences.ts';
import type { Incoherence } from '#core/coherence/incoherence.ts';
import type { Bilingual } from '#core/explain/language.ts';
import { recorded } from '../audit/trail.ts';
import { publishedSurvey } from '../cycles/published-means.ts';
import { computedYear } from '../cycles/service.ts';
import type { Portal, Reader } from '../database/database.ts';
import type { Cells } from '../lists/definition.ts';
import { labelsOf } from '../lists/references.ts';
import * as appointments from '../organisation/appointments/store.ts';
import * as assignments from '../organisation/assignments/store.ts';
import type { PersonId } from '../organisation/model.ts';
import { lastDayOf } from '../years/years.ts';
import { declaredFiguresList } from './lists.ts';
import { reportedOtherwise } from './objectives.ts';
import * as store from './store.ts';

/** A difference between what is declared and what is computed, or between two that declare. */
export interface Entry {
  readonly key: string;
  readonly title: Bilingual;
  /** What it is about, by its name; null: the whole entity. */
  readonly of: string | null;
  readonly declared: readonly {
    /** What the figure is, where it is another than the entry's. */
    readonly title: Bilingual | null;
    readonly value: string;
    readonly relation: string;
    readonly source: string;
  }[];
  readonly computed: string | null;
  readonly difference: string | null;
  /** Why declared figures cannot hold together. */
  readonly contradiction: Bilingual | null;
  readonly settledBy: Office;
  /** The figures in one line: a justification holds for them and no others. */
  readonly figures: string;
  /** Null: it is open. */
  readonly justified: store.ToldJustification | null;
}

/**
 * The differences of a year, the open ones first. They come out of the data as they are now: what is corrected is gone, and
 * what was justified is open again once one of its figures has changed.
 */
export async function registerOf(db: Reader, year: number): Promise<Entry[]> {
  const computed = await computedYear(db, year);
  const kept = await store.justifications(db, year);
  const found = computed
    ? incoherences((await declaredFiguresList.source.all(db, year)).map(declaredOf), {
        ...computed,
        staff: { headcount: await headcount(db, year), permanent: null, fixedTerm: null },
        survey: publishedSurvey(computed),
      })
    : [];
  const names = await namesOf(db, found);
  const entries = [
    ...found.map((incoherence) => entryOf(incoherence, names)),
    ...(computed ? await objectiveEntries(db, year, computed.cycle.regulation) : []),
  ].map((entry) => {
    const justified = kept.get(entry.key);
    return { ...entry, justified: justified?.figures === entry.figures ? justified : null };
  });
  return entries.sort((a, b) => Number(a.justified !== null) - Number(b.justified !== null));
}

type Unjustified = Omit<Entry, 'justified'>;

function entryOf(incoherence: Incoherence, names: ReadonlyMap<string, string>): Unjustified {
  const { key, figure, subject, declared, computed, difference, contradiction, settledBy } = incoherence;
  const [first = '', question] = (subject ?? '').split(':');
  const name = names.get(first) ?? first;
  return {
    key,
    title: FIGURE_KINDS[figure].title,
    of: subject === null ? null : question === undefined ? name : `${name}, ${question}`,
    declared: declared.map(({ figure: other, value, relation, source }) => ({
      ...{ value, relation, source },
      title: other === figure ? null : FIGURE_KINDS[other].title,
    })),
    computed,
    difference,
    contradiction: contradiction && CONTRADICTIONS[contradiction],
    settledBy,
    figures: JSON.stringify([declared.map(({ value }) => value), computed]),
  };
}

async function objectiveEntries(
  db: Reader,
  year: number,
  regulation: Parameters<typeof reportedOtherwise>[2],
): Promise<Unjustified[]> {
  return (await reportedOtherwise(db, year, regulation)).map(({ objective, title, reported, computed }) => ({
    key: `objective/${encodeURIComponent(objective)}`,
    title: { it: 'Grado di raggiungimento dell’obiettivo', en: 'Achievement of the objective' },
    of: `${title} (${objective})`,
    declared: [{ title: null, value: reported, relation: 'is', source: REPORT }],
    computed,
    difference: null,
    contradiction: null,
    settledBy: 'evaluationBoard',
    figures: JSON.stringify([[reported], computed]),
  }));
}

const REPORT = 'Rendicontazione dell’obiettivo';

function declaredOf({ figure, subject, relation, value, decimals, source }: Cells): DeclaredFigure {
  const [whole = '', fraction = ''] = value!.split('.');
  const written = fraction.padEnd(Number(decimals ?? 0), '0');
  return {
    figure: figure as DeclaredFigure['figure'],
    subject: subject ?? null,
    relation: relation as DeclaredFigure['relation'],
    value: written === '' ? whole : `${whole}.${written}`,
    source: source!,
  };
}

/** Who is in service on the last day of the year; the Segretario Generale is not of the body's staff. */
async function headcount(db: Reader, year: number): Promise<number> {
  const on = lastDayOf(year);
  const secretaries = new Set(
    (await appointments.find(db, { on })).flatMap(({ kind, person }) =>
      kind === 'secretaryGeneral' ? [person] : [],
    ),
  );
  const people = new Set((await assignments.find(db, { on })).map(({ person }) => person));
  return [...people].filter((person) => !secretaries.has(person)).length;
}

async function namesOf(db: Reader, found: readonly Incoherence[]): Promise<ReadonlyMap<string, string>> {
  const ids = found.flatMap(({ subject }) => (subject === null ? [] : [subject.split(':')[0]!]));
  const names = new Map<string, string>();
  for (const to of ['unit', 'silo', 'project'] as const)
    for (const [id, name] of await labelsOf(db, to, ids)) names.set(id, name);
  return names;
}

export type JustificationFault = 'gone' | 'notYours' | 'noReason';

/** Says why a difference stands, on record. Refused if it is gone, if another office settles it, or without a reason. */
export async function justify(
  portal: Portal,
  by: { readonly person: PersonId; readonly roles: readonly string[] },
  year: number,
  key: string,
  figures: string,
  reason: string,
): Promise<JustificationFault | null> {
  const entry = (await registerOf(portal.read, year)).find((known) => known.key === key);
  // What it was about when it was looked at may have changed meanwhile.
  if (entry?.figures !== figures) return 'gone';
  if (!by.roles.includes(entry.settledBy)) return 'notYours';
  if (reason === '') return 'noReason';
  await recorded(portal, by.person, async (write, record) => {
    const row = { year, key, figures, reason, at: new Date().toISOString(), by: by.person };
    await store.keep(write, row);
    await record({
      action: 'incoherence.justify',
      subject: { kind: 'cycle', id: String(year) },
      before: entry.justified && { key, reason: entry.justified.reason },
      after: { key, figures, reason },
    });
  });
  return null;
}
