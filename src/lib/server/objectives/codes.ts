import type { Reader } from '../database/database.ts';
import type { ObjectiveId, ObjectiveLevel } from './model.ts';
import { codesBeginning } from './store.ts';

const LETTERS: Readonly<Record<ObjectiveLevel, string>> = {
  strategic: 'S',
  operational: 'O',
  executive: 'E',
  eq: 'EQ',
  individual: 'I',
  group: 'G',
};

/** New codes of a year and a level, such as `2026-EQ-0007`, one after the other. */
export async function newCodes(db: Reader, year: number, level: ObjectiveLevel): Promise<() => ObjectiveId> {
  const letters = `${year}-${LETTERS[level]}-`;
  const taken = (await codesBeginning(db, letters)).map((code) => Number(code.slice(letters.length)));
  let last = Math.max(0, ...taken.filter(Number.isSafeInteger));
  return () => `${letters}${String(++last).padStart(4, '0')}` as ObjectiveId;
}
