import type { IsoDate } from '#core/calendar/iso-date.ts';
import type { UnitId } from '#lib/server/organisation/model.ts';
import { APRIL, AUGUST, BEGINNING } from './dates.ts';
import { unitId } from './units.ts';

/** Where somebody works, from which day on, in the order of time. */
export type Place = readonly { readonly from: IsoDate; readonly unit: UnitId }[];

const at = (unit: string): Place => [{ from: BEGINNING, unit: unitId(unit) }];

const movedTo = (place: Place, from: IsoDate, unit: string): Place => [
  ...place,
  { from, unit: unitId(unit) },
];

type Heads = readonly [heads: number, place: Place];

/**
 * How the employees of a direction divide over what stands in it at the end of 2025, and where they were before: made
 * up, but each service has people. Who works in a unit that moves goes with it; who works in one that ends is assigned
 * anew, and so is who founds a new one.
 */
const PLACES: Readonly<Record<string, readonly Heads[]>> = {
  d01: [
    [20, at('s01')],
    [16, at('s02')],
    [6, at('o03')],
    [8, at('s03')],
    [12, at('o01')],
    [8, at('o02')],
    [4, at('d01')],
  ],
  d02: [
    [50, at('s04')],
    [60, at('s05')],
    [14, at('o04')],
    [10, at('s06')],
    [2, at('h02')],
    [6, at('d02')],
  ],
  d03: [
    [24, at('s07')],
    [10, at('s08')],
    [16, at('s09')],
    [12, at('s10')],
    [1, at('h03')],
    [3, at('d03')],
  ],
  d04: [
    [18, at('s12')],
    [10, movedTo(at('d04'), APRIL, 'o05')],
    [8, at('s13')],
    [4, movedTo(at('s13'), APRIL, 'o06')],
    [5, at('s14')],
    [3, at('d04')],
  ],
  d05: [
    [8, at('s15')],
    [3, at('o07')],
    [6, at('o08')],
    [12, movedTo(at('s11'), AUGUST, 's17')],
    [5, movedTo(at('s16'), AUGUST, 's17')],
    [2, movedTo(at('d14'), APRIL, 'd05')],
  ],
  d06: [
    [9, at('s18')],
    [9, at('s19')],
    [2, at('o09')],
    [2, at('d06')],
  ],
  d07: [
    [12, at('s20')],
    [12, at('s21')],
    [8, at('s22')],
    [5, at('o10')],
    [4, at('o11')],
    [3, at('o12')],
    [2, at('d07')],
  ],
  d08: [
    [7, at('s23')],
    [4, movedTo(at('s23'), APRIL, 'o13')],
    [17, at('s24')],
    [2, at('d08')],
  ],
  d09: [
    [6, at('s25')],
    [2, movedTo(at('s25'), APRIL, 'o15')],
    [4, at('s26')],
    [2, movedTo(at('d09'), APRIL, 'o14')],
    [2, at('d09')],
  ],
  d10: [
    [10, at('s27')],
    [14, at('s28')],
    [5, at('s29')],
    [3, at('d10')],
  ],
  d11: [
    [12, at('s30')],
    [13, at('s31')],
    [13, at('s32')],
    [2, at('d11')],
  ],
  d12: [
    [8, at('s33')],
    [4, at('s34')],
    [3, at('o16')],
    [4, at('o17')],
    [1, at('d12')],
  ],
  d13: [
    [9, at('s35')],
    [4, at('o21')],
    [3, at('o22')],
    [3, movedTo(at('s35'), APRIL, 'o18')],
    [2, movedTo(at('s35'), AUGUST, 's36')],
    [3, movedTo(at('s35'), AUGUST, 'o19')],
    [2, movedTo(at('s35'), AUGUST, 'o20')],
    [1, at('d13')],
  ],
};

/** A place for each employee of a direction. */
export function placesOf(direction: string): Place[] {
  return PLACES[direction]!.flatMap(([heads, place]) => Array.from({ length: heads }, () => place));
}

/** Where each EQ works, in the order of the cycle's document: the service that the EQ holds at the end of the year. */
export const EQ_PLACES: readonly Place[] = [
  ...['s01', 's02', 's03', 's04', 's05', 's06', 's07', 's08', 's09', 's10', 's12', 's13', 's14', 's15'].map(
    at,
  ),
  movedTo(at('s11'), AUGUST, 's17'),
  ...['s18', 's19', 's20', 's21', 's22', 's23', 's24', 's25', 's26', 's27', 's28', 's29'].map(at),
  ...['s30', 's31', 's32', 's33', 's34', 's35'].map(at),
  movedTo(at('s35'), AUGUST, 's36'),
];

/** Where each executive works, in the order of the directions. */
export const EXECUTIVE_PLACES: readonly Place[] = [
  ...['d01', 'd02', 'd03', 'd04'].map(at),
  movedTo(at('d14'), APRIL, 'd05'),
  ...['d06', 'd07', 'd08', 'd09', 'd10', 'd11', 'd12', 'd13'].map(at),
];
