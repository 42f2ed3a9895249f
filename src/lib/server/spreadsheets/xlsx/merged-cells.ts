import { setImmediate } from 'node:timers/promises';
import { EMPTY, type Cell, type Row } from '../cell.ts';
import { bomb } from '../fault.ts';

/** Rows and columns from 1, the last included. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

const ROWS_TO_LOOK_AT = 5_000_000;
const BREATHE_EVERY = 50_000;

/**
 * The rows without what merged cells cover: Excel shows the first cell of an area only, and may keep old values under it.
 * Rows that are blank then are left out. Throws `Refusal` if the areas ask for too much work, as they do only if they overlap.
 */
export async function withoutCovered(rows: readonly Row[], areas: readonly Area[]): Promise<readonly Row[]> {
  if (areas.length === 0) return rows;
  const kept = rows.map(({ number, cells }): { number: number; cells: readonly Cell[] } => ({
    number,
    cells,
  }));
  let work = 0;
  for (const area of areas) {
    for (let index = firstFrom(rows, area.top); index < kept.length; index += 1) {
      const row = kept[index]!;
      if (row.number > area.bottom) break;
      work += 1;
      if (work > ROWS_TO_LOOK_AT) throw bomb('mergedCells');
      if (work % BREATHE_EVERY === 0) await setImmediate();
      row.cells = clear(row.cells, row.number === area.top ? area.left + 1 : area.left, area.right);
    }
  }
  return kept.filter(({ cells }) => cells.some(({ kind }) => kind !== 'empty'));
}

/** The cells with the columns `from` to `to` emptied; the same cells if they are empty anyway. */
function clear(cells: readonly Cell[], from: number, to: number): readonly Cell[] {
  const last = Math.min(to, cells.length);
  let column = from;
  while (column <= last && cells[column - 1]!.kind === 'empty') column += 1;
  return column > last ? cells : cells.map((cell, index) => (index + 1 >= from && index < to ? EMPTY : cell));
}

/** Index of the first row with that number or a later one. */
function firstFrom(rows: readonly Row[], number: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]!.number < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
