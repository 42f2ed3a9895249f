import type { Reader } from '../database/database.ts';
import type { PersonId } from '../organisation/model.ts';
import { peopleOf } from '../organisation/people/people.ts';
import type { Entry } from './chain.ts';

/** An entry as a page shows it: people by name, and what changed field by field. */
export interface ShownEntry {
  readonly sequence: number;
  readonly at: string;
  /** A person's name; null: the program or the command line, as `actor` says. */
  readonly actorName: string | null;
  readonly actor: string;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly subjectName: string | null;
  readonly changes: readonly Changed[];
}

export interface Changed {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

export async function shownEntries(db: Reader, entries: readonly Entry[]): Promise<ShownEntry[]> {
  const ids = entries.flatMap(({ actor, subjectKind, subjectId }) =>
    subjectKind === 'person' ? [actor, subjectId] : [actor],
  );
  const people = await peopleOf(db, [...new Set(ids)] as PersonId[]);
  const names = new Map<string, string>(
    people.map(({ id, givenName, familyName }) => [id, `${givenName} ${familyName}`]),
  );
  return entries.map(({ sequence, at, actor, action, subjectKind, subjectId, before, after }) => ({
    sequence,
    at,
    actor,
    actorName: names.get(actor) ?? null,
    action,
    subjectKind,
    subjectId,
    subjectName: subjectKind === 'person' ? (names.get(subjectId) ?? null) : null,
    changes: changesOf(before, after),
  }));
}

/** Only the fields that differ. */
function changesOf(before: string | null, after: string | null): Changed[] {
  const was = fieldsOf(before);
  const is = fieldsOf(after);
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((field) => ({ field, before: was.get(field) ?? null, after: is.get(field) ?? null }))
    .filter((changed) => changed.before !== changed.after);
}

function fieldsOf(json: string | null): ReadonlyMap<string, string> {
  const record: unknown = json === null ? {} : JSON.parse(json);
  return new Map(
    Object.entries(record as object).map(([field, value]) => [
      field,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  );
}
