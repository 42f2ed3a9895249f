import { beforeEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { CREMONA_2025 } from '#core/regulation/catalogue.ts';
import IndicatorGrid from './IndicatorGrid.svelte';

const WRITES_ALL = ['standard', 'changedStandard', 'value', 'note'] as const;
const REPORTS = ['value', 'note'] as const;

function row(id: string, standard: string, writes: readonly (typeof WRITES_ALL)[number][] = WRITES_ALL) {
  return {
    ...{ id, name: `Indicatore ${id}`, dimension: 'Quantità', measure: null, writes },
    better: 'higher',
    outcome: 'notAssessable',
    cells: { standard, changedStandard: '', value: '', note: '' },
    shown: JSON.stringify({ indicatorId: id, standard, changedStandard: null, value: null, note: null }),
  } as const;
}

let unsaved = 0;
beforeEach(() => {
  unsaved = 0;
});

function grid(rows = [row('a', '10'), row('b', '20'), row('c', '30')], more: object = {}) {
  return render(IndicatorGrid, {
    groups: [{ id: 's', number: 1, name: 'Anagrafe', rows }],
    rule: CREMONA_2025.rules['IND-O'],
    onChanged: (count: number) => {
      unsaved = count;
    },
    ...more,
  });
}

const cell = (column: string, id: string) =>
  document.querySelector<HTMLInputElement>(`[name="${column}.${id}"]`)!;
const here = () => (document.activeElement as HTMLInputElement).name;
const press = (keys: string) => userEvent.keyboard(keys);
const outcomeOf = (id: string) => document.querySelector<HTMLElement>(`#riga-${id}-esito`)!;

function paste(text: string) {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  document.activeElement!.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
  );
}

describe('the keyboard', () => {
  test('arrows and Enter go from cell to cell and stay within the grid', async () => {
    await grid();
    cell('value', 'a').focus();
    await press('{ArrowDown}');
    expect(here()).toBe('value.b');
    await press('{Enter}');
    expect(here()).toBe('value.c');
    await press('{Enter}{ArrowDown}');
    expect(here()).toBe('value.c');
    await press('{Shift>}{Enter}{/Shift}');
    expect(here()).toBe('value.b');
    await press('{ArrowUp}{ArrowLeft}');
    expect(here()).toBe('changedStandard.a');
    await press('{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}');
    expect(here()).toBe('note.a');
  });

  test('Tab goes on as everywhere', async () => {
    await grid();
    cell('value', 'a').focus();
    await press('{Tab}{Tab}');
    expect(here()).toBe('standard.b');
  });

  test('typing replaces, Escape restores', async () => {
    await grid();
    cell('standard', 'a').focus();
    await press('7,5');
    expect(cell('standard', 'a').value).toBe('7,5');
    expect(unsaved).toBe(1);
    await press('{Escape}');
    expect(cell('standard', 'a').value).toBe('10');
    expect(unsaved).toBe(0);
  });

  test('inside a text arrows move the caret first', async () => {
    await grid();
    cell('standard', 'b').focus();
    await press('{F2}{ArrowLeft}1');
    expect([here(), cell('standard', 'b').value]).toEqual(['standard.b', '210']);
  });

  test('in the notes Alt and Enter begins a line', async () => {
    await grid();
    cell('note', 'a').focus();
    await press('uno{Alt>}{Enter}{/Alt}due');
    expect(cell('note', 'a').value).toBe('uno\ndue');
  });
});

describe('a block of a spreadsheet', () => {
  test('fills the cells from where it is pasted; what has no place is told', async () => {
    const screen = await grid();
    cell('value', 'b').focus();
    paste('25\tbene\tdi troppo\r\n29\tmale\tdi troppo\r\n1\tfuori\r\n');
    expect(['b', 'c'].map((id) => [cell('value', id).value, cell('note', id).value])).toEqual([
      ['25', 'bene'],
      ['29', 'male'],
    ]);
    expect(cell('value', 'a').value).toBe('');
    await expect
      .element(screen.getByRole('status'))
      .toHaveTextContent('Incollate 4 celle; fuori dalla griglia o non modificabili: 4.');
    expect(unsaved).toBe(2);
  });

  test('is taken back by Escape', async () => {
    await grid();
    cell('standard', 'a').focus();
    paste('1\t2\n3\t4');
    expect(cell('changedStandard', 'b').value).toBe('4');
    await press('{Escape}');
    expect(WRITES_ALL.flatMap((column) => [cell(column, 'a').value, cell(column, 'b').value])).toEqual([
      '10',
      '20',
      '',
      '',
      '',
      '',
      '',
      '',
    ]);
    expect(unsaved).toBe(0);
  });

  test('does not touch what the person may not write', async () => {
    await grid([row('a', '10', REPORTS), row('b', '20', [])]);
    cell('value', 'a').focus();
    paste('1\tnota\n2\tnota');
    expect([cell('value', 'a').value, cell('note', 'a').value]).toEqual(['1', 'nota']);
    expect(document.querySelectorAll('[data-row]')).toHaveLength(2);
  });
});

describe('the outcome', () => {
  test('is told while somebody types, against the standard that counts', async () => {
    await grid();
    cell('value', 'a').focus();
    await press('12');
    await expect.element(outcomeOf('a')).toHaveTextContent('Migliorato');
    cell('changedStandard', 'a').focus();
    await press('15');
    await expect.element(outcomeOf('a')).toHaveTextContent('Peggiorato');
    await press('{Escape}');
    cell('value', 'a').focus();
    await press('10,0');
    await expect.element(outcomeOf('a')).toHaveTextContent('Invariato');
    await press('x');
    await expect.element(outcomeOf('a')).toHaveTextContent('Numero da controllare');
  });

  test('counts with a standard that the person only reads', async () => {
    await grid([row('a', '10.5', REPORTS)]);
    cell('value', 'a').focus();
    await press('10,6');
    await expect.element(outcomeOf('a')).toHaveTextContent('Migliorato');
  });
});

test('each input is named by its row and its column', async () => {
  const screen = await grid();
  await expect.element(screen.getByRole('textbox', { name: 'Indicatore b Valore' })).toBeVisible();
});

test('what was refused is still there, with the fault at its cell', async () => {
  await grid(undefined, {
    typed: { 'value.b': 'tanti' },
    faults: [{ row: 'b', column: 'value', short: 'Non è un numero.' }],
    changedMeanwhile: ['c'],
  });
  const wrong = cell('value', 'b');
  expect(wrong.value).toBe('tanti');
  await expect.element(wrong).toHaveAccessibleDescription('Non è un numero.');
  await expect.element(wrong).toBeInvalid();
  expect(unsaved).toBe(1);
  expect(cell('value', 'c').closest('tr')!.textContent).toContain('Ora qui c’è: Standard 30');
});
