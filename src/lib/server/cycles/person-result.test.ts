import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import {
  aCycleOf,
  aCycleScoring,
  aDirection,
  anEmployee,
  anEqHolder,
  anExecutive,
} from '../../../../tests/domain/cycle-builder.ts';
import { checkInput } from '#core/cycle/check.ts';
import { output } from '#core/cycle/output.ts';
import { compute } from '#core/compute.ts';
import { LOCALES } from '#lib/locale/locale.ts';
import { personResult, type PersonSheet } from './person-result.ts';
import type { ComputedCycle } from './service.ts';

// Everybody of the example, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

function computedOf(document: unknown): ComputedCycle {
  const checked = checkInput(document);
  if (!checked.ok) throw new Error('refused');
  return { input: checked.input, cycle: compute(checked.input, checked.regulation) };
}

const example = computedOf(JSON.parse(readFileSync('examples/cremona-2025.json', 'utf8')));
const { executives, eqHolders, employees, directions } = output(example.cycle);

function onlySheet(
  computed: ComputedCycle,
  id: string,
  locale: (typeof LOCALES)[number] = 'it',
): PersonSheet {
  const { sheets } = personResult(computed, id, locale)!;
  expect(sheets).toHaveLength(1);
  return sheets[0]!;
}

/** `1.079,56 €`, `48,20 punti`: the decimal that is shown. */
function decimal(shown: string): string {
  return shown.replace(/[^\d,-]/g, '').replace(',', '.');
}

function shownBy(rows: readonly { rule: string; shown: string }[]) {
  return Object.fromEntries(rows.map(({ rule, shown }) => [rule, decimal(shown)]));
}

describe('the own result shows what the core gives out', () => {
  test('to every executive of the example', () => {
    for (const { id, direction, total, pay, resultPay, uplift, extras } of executives) {
      const sheet = onlySheet(example, id);
      const { items, penalties } = directions.find((row) => row.id === direction)!;
      expect(shownBy(sheet.items)).toEqual(items);
      expect(shownBy(sheet.penalties)).toEqual(penalties);
      expect(shownBy(sheet.parts)).toEqual({ 'PAY-E': resultPay, 'UPL-E': uplift, 'EXT-E': extras });
      expect([decimal(sheet.total.shown), decimal(sheet.pay.shown)]).toEqual([total, pay]);
    }
  });

  test('to every EQ holder of the example', () => {
    for (const { id, items, total, pay } of eqHolders) {
      const sheet = onlySheet(example, id);
      expect(shownBy(sheet.items)).toEqual(items);
      expect([decimal(sheet.total.shown), decimal(sheet.pay.shown)]).toEqual([total, pay]);
      expect([sheet.penalties, sheet.parts, sheet.band]).toEqual([[], [], null]);
    }
  });

  test('to every employee of the example', () => {
    for (const { id, items, total, base, uplift, pay } of employees) {
      const sheet = onlySheet(example, id);
      expect(shownBy(sheet.items)).toEqual(items);
      expect(shownBy(sheet.parts)).toEqual({ 'PAY-M': base, 'UPL-W': uplift });
      expect([decimal(sheet.total.shown), decimal(sheet.pay.shown)]).toEqual([total, pay]);
      expect(sheet.penalties).toEqual([]);
    }
  });
});

describe('the own result holds nothing of anybody else', () => {
  test('no id of another person, whoever of the example asks', () => {
    const persons = [...executives, ...eqHolders, ...employees].map(({ id }) => id);
    const known = new Set(persons);
    for (const id of persons) {
      const words = JSON.stringify(personResult(example, id, 'it')).match(/\b[a-z]\d+\b/g) ?? [];
      expect(words.filter((word) => known.has(word) && word !== id)).toEqual([]);
    }
  });

  test("no total of another person's sheet", () => {
    // Totals that nothing else in the cycle comes to.
    const document = aCycleScoring(91.37, 82.59);
    document.employees = [anEmployee('e1', 41.37), anEmployee('e2', 43.83), anEmployee('e3', 47.11)];
    document.eqHolders = [
      { ...anEqHolder('q1'), behaviours: [5, 5, 5, 5, 5, '1.13'] },
      { ...anEqHolder('q2'), behaviours: [5, 5, 5, 5, 5, '1.79'] },
    ];
    const computed = computedOf(document);
    const result = output(computed.cycle);
    const totals = [...result.executives, ...result.eqHolders, ...result.employees];
    expect(new Set(totals.map(({ total }) => total)).size).toBe(7);
    for (const { id, total } of totals)
      for (const locale of LOCALES) {
        const told = JSON.stringify(personResult(computed, id, locale));
        const found = totals.filter(
          (other) => told.includes(other.total) || told.includes(other.total.replace('.', ',')),
        );
        expect(found.map((other) => other.total)).toEqual([total]);
      }
  });

  test('a person whom nobody is has none', () => {
    for (const id of ['e9999', 'd01', '', '__proto__', 'constructor'])
      expect(personResult(example, id, 'it')).toBeNull();
  });
});

test('who changed role in the year has a sheet for each', () => {
  const document = aCycleOf([anEmployee('p1')], '1000');
  document.eqHolders = [anEqHolder('p1')];
  const { sheets } = personResult(computedOf(document), 'p1', 'it')!;
  expect(sheets.map(({ kind }) => kind)).toEqual(['eqHolder', 'employee']);
});

describe('the band', () => {
  test('is told by its name, with the cut that the total does not exceed', () => {
    const computed = computedOf(aCycleOf([anEmployee('e1', 38.5)], '1000'));
    const band = (locale: (typeof LOCALES)[number]) => onlySheet(computed, 'e1', locale).band!;
    expect(band('it')).toMatchObject({ title: 'Fascia', shown: 'quarta fascia' });
    expect(band('it').why).toMatchObject({ name: 'fascia fino a', shown: '40,00 punti', how: 'perché' });
    expect(band('en')).toMatchObject({ title: 'Band', shown: 'fourth band' });
    expect(band('en').why).toMatchObject({ name: 'band up to', shown: '40.00 points', how: 'because' });
  });

  test('of an executive tells the share of the first band', () => {
    const { band } = onlySheet(computedOf(aCycleScoring(85)), 'x1');
    expect(band).toMatchObject({ shown: 'terza fascia', why: { shown: '80 %' } });
  });

  test('of an executive without access tells what stands in the way', () => {
    const document = aCycleScoring(95);
    document.executives = [{ ...anExecutive('x1', 'd1'), months: 2 }];
    const { band, pay } = onlySheet(computedOf(document), 'x1');
    expect(band!.shown).toBe('nessuna fascia');
    expect(band!.why.inputs.map(({ name }) => name)).toContain('mesi');
    expect(pay.shown).toBe('0,00 €');
  });
});

test('the result is told in the language asked for', () => {
  const document = { ...aCycleOf([anEmployee('e1', 48.2)], '1000'), directions: [aDirection('d1')] };
  const computed = computedOf(document);
  const [italian, english] = LOCALES.map((locale) => onlySheet(computed, 'e1', locale));
  expect(italian!.total).toMatchObject({ title: 'Punteggio totale', shown: '48,20 punti' });
  expect(italian!.items.map(({ title }) => title)).toContain('Obiettivi individuali');
  expect(italian!.pay.title).toBe('Importo spettante');
  expect(english!.total).toMatchObject({ title: 'Total', shown: '48.20 points' });
  expect(english!.items.map(({ title }) => title)).toContain('Individual objectives');
  expect(english!.pay.title).toBe('Amount due');
});
