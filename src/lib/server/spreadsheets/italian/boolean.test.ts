import { expect, test } from 'vitest';
import type { Cell } from '../cell.ts';
import { italianBoolean } from './boolean.ts';

const text = (written: string): Cell => ({ kind: 'text', text: written });

test.each(['sì', 'SI', 'Sì', 'si\u0300', "si'", 's', 'X', ' vero ', 'TRUE', '1'])('%j is yes', (written) => {
  expect(italianBoolean(text(written))).toEqual({ ok: true, value: true });
});

test.each(['no', 'NO', 'n', 'Falso', 'false', '0'])('%j is no', (written) => {
  expect(italianBoolean(text(written))).toEqual({ ok: true, value: false });
});

test.each(['forse', '2', '-', 'yes'])('%j is neither', (written) => {
  expect(italianBoolean(text(written))).toEqual({ ok: false, code: 'notABoolean' });
});

test('cells of other kinds', () => {
  expect(italianBoolean({ kind: 'boolean', value: false })).toEqual({ ok: true, value: false });
  expect(italianBoolean({ kind: 'number', decimal: '1' })).toEqual({ ok: true, value: true });
  expect(italianBoolean({ kind: 'number', decimal: '2' })).toEqual({ ok: false, code: 'notABoolean' });
  expect(italianBoolean({ kind: 'error', text: '#N/D' })).toEqual({ ok: false, code: 'notABoolean' });
  expect(italianBoolean({ kind: 'empty' })).toEqual({ ok: false, code: 'empty' });
  expect(italianBoolean(text(' '))).toEqual({ ok: false, code: 'empty' });
});
