import type { IsoDate } from '#core/calendar/iso-date.ts';
import type { Reader } from '../database/database.ts';
import { listPeople, type PeopleList } from '../organisation/people/people.ts';
import { scopesOf, type Subject } from './permission.ts';

/**
 * The people whom somebody may find: all, or who works in what the person leads.
 *
 * @param page from 1
 */
export function findPeople(
  db: Reader,
  subject: Subject,
  words: string,
  page: number,
  date: IsoDate,
): Promise<PeopleList> {
  const everybody = scopesOf(subject, 'person.find').has('entity');
  return listPeople(db, words, everybody ? null : { units: [...subject.leads], on: date }, page);
}
