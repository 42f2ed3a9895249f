import { formatWhole } from '#lib/locale/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { columnName } from '../spreadsheets/cell.ts';
import type { SpreadsheetFault } from '../spreadsheets/fault.ts';

/** Why a file is not taken. */
export type Refusal = SpreadsheetFault | { readonly code: 'noRows' } | { readonly code: 'interrupted' };

const MEGABYTE = 1024 * 1024;

/** Why a file is not taken, and what to do. */
export function refusalWords(refusal: Refusal): string {
  switch (refusal.code) {
    case 'tooLarge':
      return m.imports_refusal_tooLarge({ limit: formatWhole(refusal.limit / MEGABYTE) });
    case 'empty':
      return m.imports_refusal_empty();
    case 'notASpreadsheet':
      return m.imports_refusal_notASpreadsheet();
    case 'oldExcel':
      return m.imports_refusal_oldExcel();
    case 'encrypted':
      return m.imports_refusal_encrypted();
    case 'macros':
      return m.imports_refusal_macros();
    case 'bomb':
      return m.imports_refusal_bomb();
    case 'damaged':
      return m.imports_refusal_damaged();
    case 'encoding':
      return m.imports_refusal_encoding();
    case 'formula':
      return m.imports_refusal_formula({ row: refusal.row, column: columnName(refusal.column) });
    case 'tooManySheets':
      return m.imports_refusal_tooManySheets({ limit: formatWhole(refusal.limit) });
    case 'tooManyRows':
      return m.imports_refusal_tooManyRows({ limit: formatWhole(refusal.limit) });
    case 'tooManyCells':
      return m.imports_refusal_tooManyCells({ limit: formatWhole(refusal.limit) });
    case 'tooManyColumns':
      return m.imports_refusal_tooManyColumns({ row: refusal.row, limit: formatWhole(refusal.limit) });
    case 'cellTooLong':
      return m.imports_refusal_cellTooLong({
        ...{ row: refusal.row, column: columnName(refusal.column), limit: formatWhole(refusal.limit) },
      });
    case 'noRows':
      return m.imports_refusal_noRows();
    case 'interrupted':
      return m.imports_refusal_interrupted();
  }
}
