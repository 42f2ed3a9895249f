import type { Attachment } from 'svelte/attachments';
import { parseBlock } from './block.ts';

type Cell = HTMLInputElement | HTMLTextAreaElement;

interface GridKeys {
  /** The columns in their order; a cell says in `data-column` and `data-row` which one it is. */
  readonly columns: readonly string[];
  /** A cell of the row has another value. */
  readonly onChanged: (row: string) => void;
  /** So many cells were filled from a block; so many values of it had no place. */
  readonly onPasted: (filled: number, left: number) => void;
}

/**
 * Makes the inputs of a table work as those of a spreadsheet: arrows and Enter move, typing replaces, Escape restores, a
 * block is pasted. Tab stays the browser's. The inputs are ordinary ones: without this they can all be written in.
 */
export function gridKeys({ columns, onChanged, onPasted }: GridKeys): Attachment<HTMLElement> {
  return (grid) => {
    /** The value of the cell when it was come to. */
    let before = '';
    /** What a paste took the place of, until something else is done. */
    let pasted: Map<Cell, string> | null = null;

    const cells = () => [...grid.querySelectorAll<Cell>('[data-row][data-column]')];
    const find = (row: string, column: string) =>
      cells().find((cell) => cell.dataset.row === row && cell.dataset.column === column);
    const rows = () => [...new Set(cells().map((cell) => cell.dataset.row!))];

    const write = (cell: Cell, value: string) => {
      cell.value = value;
      onChanged(cell.dataset.row!);
    };
    const go = (cell: Cell | undefined) => {
      cell?.focus();
    };
    const beside = (cell: Cell, steps: 1 | -1): Cell | undefined => {
      const inRow = cells().filter((other) => other.dataset.row === cell.dataset.row);
      return inRow[inRow.indexOf(cell) + steps];
    };
    const below = (cell: Cell, steps: 1 | -1): Cell | undefined => {
      const inColumn = cells().filter((other) => other.dataset.column === cell.dataset.column);
      return inColumn[inColumn.indexOf(cell) + steps];
    };

    const restore = (cell: Cell) => {
      if (!pasted) {
        write(cell, before);
        cell.select();
        return;
      }
      for (const [one, value] of pasted) write(one, value);
      pasted = null;
      cell.select();
    };

    const fill = (from: Cell, block: readonly (readonly string[])[]) => {
      const order = rows();
      const [firstRow, firstColumn] = [
        order.indexOf(from.dataset.row!),
        columns.indexOf(from.dataset.column!),
      ];
      const replaced = new Map<Cell, string>();
      let left = 0;
      block.forEach((values, down) => {
        values.forEach((value, right) => {
          const [row, column] = [order[firstRow + down], columns[firstColumn + right]];
          const cell = row === undefined || column === undefined ? undefined : find(row, column);
          if (cell) {
            replaced.set(cell, cell.value);
            write(cell, value.trim());
          } else if (value.trim() !== '') left += 1;
        });
      });
      pasted = replaced;
      from.select();
      onPasted(replaced.size, left);
    };

    const onKey = (event: KeyboardEvent) => {
      const cell = cellOf(event);
      if (!cell || event.isComposing || event.ctrlKey || event.metaKey) return;
      const target = targetOf(event, cell);
      if (target === null) return;
      event.preventDefault();
      if (target === 'restore') restore(cell);
      else if (target === 'edit') cell.setSelectionRange(cell.value.length, cell.value.length);
      else if (target === 'newLine') {
        cell.setRangeText('\n', cell.selectionStart ?? 0, cell.selectionEnd ?? 0, 'end');
        onChanged(cell.dataset.row!);
      } else if (target.way === 'down') go(below(cell, target.steps));
      else go(beside(cell, target.steps));
    };
    const onFocus = (event: FocusEvent) => {
      const cell = cellOf(event);
      if (!cell) return;
      before = cell.value;
      pasted = null;
      cell.select();
    };
    const onInput = (event: Event) => {
      const cell = cellOf(event);
      if (!cell) return;
      pasted = null;
      onChanged(cell.dataset.row!);
    };
    const onPaste = (event: ClipboardEvent) => {
      const cell = cellOf(event);
      const block = parseBlock(event.clipboardData?.getData('text/plain') ?? '');
      // A single value goes where the caret is, as everywhere.
      if (!cell || (block.length === 1 && block[0]!.length === 1)) return;
      event.preventDefault();
      fill(cell, block);
    };

    grid.addEventListener('keydown', onKey);
    grid.addEventListener('focusin', onFocus);
    grid.addEventListener('input', onInput);
    grid.addEventListener('paste', onPaste);
    return () => {
      grid.removeEventListener('keydown', onKey);
      grid.removeEventListener('focusin', onFocus);
      grid.removeEventListener('input', onInput);
      grid.removeEventListener('paste', onPaste);
    };
  };
}

type Target = 'restore' | 'edit' | 'newLine' | { readonly way: 'down' | 'beside'; readonly steps: 1 | -1 };

/** What a key does in a cell; null: what it does in any field. */
function targetOf({ key, shiftKey, altKey }: KeyboardEvent, cell: Cell): Target | null {
  if (key === 'Enter') {
    if (altKey) return cell instanceof HTMLTextAreaElement ? 'newLine' : null;
    return { way: 'down', steps: shiftKey ? -1 : 1 };
  }
  if (shiftKey || altKey) return null;
  if (key === 'Escape') return 'restore';
  if (key === 'F2') return 'edit';
  const [start, end] = [cell.selectionStart ?? 0, cell.selectionEnd ?? 0];
  const whole = start === 0 && end === cell.value.length;
  const caret = start === end;
  switch (key) {
    case 'ArrowUp':
      return whole || !cell.value.slice(0, start).includes('\n') ? { way: 'down', steps: -1 } : null;
    case 'ArrowDown':
      return whole || !cell.value.slice(end).includes('\n') ? { way: 'down', steps: 1 } : null;
    case 'ArrowLeft':
      return whole || (caret && start === 0) ? { way: 'beside', steps: -1 } : null;
    case 'ArrowRight':
      return whole || (caret && end === cell.value.length) ? { way: 'beside', steps: 1 } : null;
    default:
      return null;
  }
}

function cellOf({ target }: Event): Cell | null {
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  return isField && target.dataset.row !== undefined ? target : null;
}
