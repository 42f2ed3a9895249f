import { and, gte, isNull, lte, or, type SQL } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { IsoDate } from '#core/calendar/iso-date.ts';
import type { Period } from '#core/calendar/period.ts';

import type { PersonId, UnitId } from './model.ts';
interface Validity {
  readonly validFrom: AnySQLiteColumn;
  readonly validTo: AnySQLiteColumn;
}

/** The condition that a record of a table is valid on a day. */
export function validOn({ validFrom, validTo }: Validity, date: IsoDate): SQL | undefined {
  return and(lte(validFrom, date), or(isNull(validTo), gte(validTo, date)));
}

/** The columns of a period. */
export function validity({ from, to }: Period): { validFrom: IsoDate; validTo: IsoDate | null } {
  return { validFrom: from, validTo: to };
}

const ROWS_A_STATEMENT = 500;

/** Rows in pieces that one statement can hold. */
export function inPieces<Row>(rows: readonly Row[]): Row[][] {
  const pieces: Row[][] = [];
  for (let at = 0; at < rows.length; at += ROWS_A_STATEMENT)
    pieces.push(rows.slice(at, at + ROWS_A_STATEMENT));
  return pieces;
}

/** Which records are meant; a field that is missing limits nothing. */
export interface Which {
  readonly person?: PersonId;
  readonly units?: readonly UnitId[];
  readonly on?: IsoDate;
}
