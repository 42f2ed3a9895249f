import { randomUUID } from 'node:crypto';
import type { IsoDate } from '#core/calendar/iso-date.ts';
import type { Reader, Writer } from '../../database/database.ts';
import { refused, type OrganisationFault, type Outcome } from '../fault.ts';
import type { Person, PersonId, UnitId } from '../model.ts';
import { withAllInside } from '../units/structure.ts';
import { structureOn } from '../units/units.ts';
import { folded } from '../../texts/folded.ts';
import * as store from './store.ts';

/** A person's particulars as they are entered: an empty text is none. */
export type Particulars = Omit<Person, 'id'>;

export function personOf(db: Reader, id: PersonId): Promise<Person | null> {
  return store.one(db, id);
}

export interface PeopleList {
  readonly people: readonly Person[];
  /** How many people match, on all pages. */
  readonly total: number;
  readonly pages: number;
}

export const PEOPLE_A_PAGE = 50;

/**
 * People in the order of their names, a page at a time.
 *
 * @param search words of the name, staff number or mail, whatever their case and accents; empty: all
 * @param within only who is assigned on the day to one of these units or what stands in it; null: everybody
 * @param page from 1
 */
export async function listPeople(
  db: Reader,
  search: string,
  within: { readonly units: readonly UnitId[]; readonly on: IsoDate } | null,
  page: number,
): Promise<PeopleList> {
  const words = folded(search).split(/\s+/).filter(Boolean);
  const filter = { words, within: within && (await withWhatStandsInside(db, within.units, within.on)) };
  const total = await store.count(db, filter);
  const people = await store.list(db, filter, { offset: (page - 1) * PEOPLE_A_PAGE, limit: PEOPLE_A_PAGE });
  return { people, total, pages: Math.ceil(total / PEOPLE_A_PAGE) };
}

async function withWhatStandsInside(db: Reader, units: readonly UnitId[], on: IsoDate) {
  const structure = await structureOn(db, on);
  return { units: units.flatMap((unit) => withAllInside(structure, unit)), on };
}

/** Adds a person. Refused without a name, or if mail, tax code or staff number are somebody else's. */
export async function addPerson(
  write: Writer,
  particulars: Particulars,
): Promise<Outcome<{ readonly person: PersonId }>> {
  const person: Person = { id: randomUUID() as string as PersonId, ...tidy(particulars) };
  const fault = await particularsFault(write, person);
  if (fault) return refused(fault);
  await store.addAll(write, [person]);
  return { ok: true, person: person.id, change: change('person.add', null, person) };
}

/** Changes a person's particulars. Refused as when adding. */
export async function changePerson(write: Writer, id: PersonId, particulars: Particulars): Promise<Outcome> {
  const before = await store.one(write, id);
  if (!before) return refused({ code: 'unknownPerson', person: id });
  const after: Person = { id, ...tidy(particulars) };
  const fault = await particularsFault(write, after);
  if (fault) return refused(fault);
  await store.replace(write, after);
  return { ok: true, change: change('person.change', before, after) };
}

function tidy({ givenName, familyName, mail, taxCode, staffNumber }: Particulars): Particulars {
  return {
    givenName: givenName.trim(),
    familyName: familyName.trim(),
    mail: textOrNull(mail)?.toLowerCase() ?? null,
    taxCode: textOrNull(taxCode)?.toUpperCase() ?? null,
    staffNumber: textOrNull(staffNumber),
  };
}

function textOrNull(text: string | null): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

async function particularsFault(write: Writer, person: Person): Promise<OrganisationFault | null> {
  if (person.givenName === '' || person.familyName === '') return { code: 'nameMissing' };
  for (const field of ['mail', 'taxCode', 'staffNumber'] as const) {
    const value = person[field];
    const holder = value === null ? null : await store.holderOf(write, field, value);
    if (holder && holder.id !== person.id) return { code: 'taken', field };
  }
  return null;
}

function change(action: string, before: Person | null, after: Person) {
  return { action, subject: { kind: 'person' as const, id: after.id }, before, after };
}

/** Some people, in the order of names. */
export function peopleOf(db: Reader, ids: readonly PersonId[]): Promise<Person[]> {
  return store.some(db, ids);
}
