import { describe, expect, test } from 'vitest';
import { ZERO } from '../quantity/rational.ts';
import { exactly } from '../quantity/written.ts';
import { CREMONA_2025 } from '../regulation/catalogue.ts';
import { tabled } from '../regulation/lookup.ts';
import { counted, given, item, sum, weighted } from './figure.ts';
import { figureHow, figureName, figureValue, publishedValue } from './text.ts';
import type { Unit } from './operation.ts';

describe('a value is published with its unit', () => {
  test.each<[string, Unit, string, string]>([
    ['1079.56', 'euro', '1.079,56 €', '€1,079.56'],
    ['12345678901234567890.10', 'euro', '12.345.678.901.234.567.890,10 €', '€12,345,678,901,234,567,890.10'],
    ['23.12', 'points', '23,12 punti', '23.12 points'],
    ['1', 'points', '1,00 punti', '1.00 points'],
    ['65.8', 'percent', '65,80 %', '65.80%'],
    ['1', 'months', '1 mese', '1 month'],
    ['12', 'months', '12 mesi', '12 months'],
    ['7.5', 'months', '7,5 mesi', '7.5 months'],
    ['1', 'days', '1 giorno', '1 day'],
    ['0', 'days', '0 giorni', '0 days'],
    ['1', 'hours', '1 ora', '1 hour'],
    ['40', 'hours', '40 ore', '40 hours'],
    ['1', 'persons', '1 persona', '1 person'],
    ['1001', 'persons', '1.001 persone', '1,001 persons'],
    ['1', 'rank', '1°', '1st'],
    ['2', 'rank', '2°', '2nd'],
    ['3', 'rank', '3°', '3rd'],
    ['4', 'rank', '4°', '4th'],
    ['11', 'rank', '11°', '11th'],
    ['12', 'rank', '12°', '12th'],
    ['113', 'rank', '113°', '113th'],
    ['121', 'rank', '121°', '121st'],
    ['1234', 'count', '1.234', '1,234'],
    ['0.5', 'factor', '0,5', '0.5'],
  ])('%s %s: %s, %s', (value, unit, italian, english) => {
    const figure = given('total', unit, exactly(value));
    expect(publishedValue(figure, 'it')).toBe(italian);
    expect(publishedValue(figure, 'en')).toBe(english);
  });

  test('an amount below zero: the sign comes first', () => {
    const economies = {
      ...given('economies', 'euro', ZERO),
      value: { numerator: -123450, denominator: 100 },
    };
    expect(publishedValue(economies, 'it')).toBe('-1.234,50 €');
    expect(publishedValue(economies, 'en')).toBe('-€1,234.50');
  });
});

test('on the way to a result a value keeps four decimals', () => {
  const third = given('meanAchievement', 'percent', { numerator: 200, denominator: 3 });
  expect(figureValue(third, 'it')).toBe('66,6667 %');
  expect(figureValue(third, 'en')).toBe('66.6667%');
});

test('a weighted value is told by the value and its weight', () => {
  const achievement = given('achievement', 'percent', exactly('97.8'));
  const figure = weighted('objective', achievement, counted('weight', 'factor', 30), 'o1');
  expect([figureName(figure, CREMONA_2025, 'it'), figureValue(figure, 'it')]).toEqual([
    'obiettivo o1',
    '97,8 % × 30',
  ]);
  expect([figureName(figure, CREMONA_2025, 'en'), figureValue(figure, 'en')]).toEqual([
    'objective o1',
    '97.8% × 30',
  ]);
});

test('an item is named by its rule, a number of the regulation by what it is', () => {
  const points = item('SET-C', given('indicatorPoints', 'points', exactly('9.5')));
  expect(figureName(points, CREMONA_2025, 'it')).toBe('SET-C Indicatori dei servizi (R §3.1, punto 2 C)');
  expect(figureName(points, CREMONA_2025, 'en')).toBe('SET-C Service indicators (R §3.1, punto 2 C)');
});

test('a sanction is named in the language of the reader', () => {
  const { fine } = CREMONA_2025.rules['SAN-1'].parameters.reductions.value;
  const figure = { ...tabled('SAN-1', 'sanction', fine), about: 'fine' };
  expect(figureName(figure, CREMONA_2025, 'it')).toMatch(/^riduzione per «multa» \(SAN-1, /);
  expect(figureName(figure, CREMONA_2025, 'en')).toMatch(/^reduction for “fine” \(SAN-1, /);
});

test('how a figure came about is told only where something stands below it', () => {
  const part = given('extra', 'euro', exactly('10'));
  expect(figureHow(sum('extras', 'euro', [part]), 'it')).toBe('somma di');
  expect(figureHow(sum('extras', 'euro', [part]), 'en')).toBe('sum of');
  expect(figureHow(sum('extras', 'euro', []), 'en')).toBe('');
  expect(figureHow(part, 'en')).toBe('');
});
