import { describe, expect, test } from 'vitest';
import { explanationText } from '../explain/text.ts';
import type { Written } from '../quantity/written.ts';
import { CREMONA_2025 } from '../regulation/catalogue.ts';
import { guidelineFactors, type Giver } from './guidelines.ts';

function giver(name: string, ...factors: (string | null)[]): Giver {
  return { name, factors: factors as (Written<'points'> | null)[] };
}

function points(...givers: Giver[]) {
  return guidelineFactors(givers, CREMONA_2025).map((factor) => factor?.points ?? null);
}

describe('the factors of a direction, given by several', () => {
  test('are what a single one gave', () => {
    expect(points(giver('sindaco', '2.5', '2', '2.25', '0'))).toEqual(['2.50', '2.00', '2.25', '0.00']);
  });

  test('are the mean of what was given, half-up to two decimals', () => {
    expect(points(giver('a', '2.5', '2', '0.01', '0'), giver('b', '2', '2', '0', '0'))).toEqual([
      '2.25',
      '2.00',
      '0.01',
      '0.00',
    ]);
    expect(
      points(giver('a', '1', '1', '1', '2'), giver('b', '1', '0', '2', '2'), giver('c', '0', '0', '2', '2')),
    ).toEqual(['0.67', '0.33', '1.67', '2.00']);
  });

  test('do not count who gave no points to a factor; nobody is no figure', () => {
    expect(points(giver('a', '2', null, null, '1'), giver('b', '1', '2.5', null, null))).toEqual([
      '1.50',
      '2.50',
      null,
      '1.00',
    ]);
    expect(points()).toEqual([null, null, null, null]);
  });

  test('are as many as the regulation has', () => {
    expect(() => points(giver('a', '1', '2'))).toThrow(RangeError);
  });

  test('say how they came about', () => {
    const [first] = guidelineFactors(
      [giver('sindaco', '2.5', '1', '1', '1'), giver('assessore', '2', '1', '1', '1')],
      CREMONA_2025,
    );
    const explanation = { kind: 'direction', id: 'd1', figures: [first!.figure] } as const;
    expect(explanationText(explanation, CREMONA_2025, 'it')).toBe(
      [
        'd1, direzione',
        "└─ SET-A Attuazione degli indirizzi dell'Amministrazione, fattore 1 (R §3.1, punto 2 A): 2,25 punti, arrotondato, da",
        '   └─ media dei punteggi attribuiti: 2,25 punti, rapporto tra',
        '      ├─ somma dei punteggi attribuiti: 4,50 punti, somma di',
        '      │  ├─ punteggio attribuito da sindaco: 2,50 punti',
        '      │  └─ punteggio attribuito da assessore: 2,00 punti',
        '      └─ numero di chi ha attribuito un punteggio: 2 persone',
        '',
      ].join('\n'),
    );
  });
});
