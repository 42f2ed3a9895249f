import { describe, expect, test } from 'vitest';
import {
  aFullCycle,
  aRegulation,
  anEmployee,
  outcomeOf,
  refusalOf,
  type CycleDocument,
} from '../../../tests/domain/cycle-builder.ts';
import { changedAt, pathOf, pathsOf, valueAt } from '../../../tests/domain/document-paths.ts';

/** The full cycle under a regulation with another value at `rules.UPL-E.parameters.places.value`. */
function ruledBy(path: string, value: unknown): CycleDocument {
  const regulation = aRegulation();
  expect(valueAt(regulation, pathOf(path))).toBeDefined();
  return { ...aFullCycle(), regulation: changedAt(regulation, pathOf(path), value) };
}

describe('a broken regulation is refused with its path', () => {
  test.each<[string, unknown, string]>([
    ['id', '', 'regulation.id'],
    ['from', '2025-13-01', 'regulation.from'],
    ['to', 'domani', 'regulation.to'],
    ['rules.BAL-1', undefined, 'regulation.rules.BAL-1'],
    ['rules.SET-B2.parameters.maximum', undefined, 'regulation.rules.SET-B2.parameters.maximum'],
    ['rules.SET-B2.parameters.maximum.value', 25, 'regulation.rules.SET-B2.parameters.maximum.value'],
    ['rules.SET-B2.parameters.maximum.value', '-25', 'regulation.rules.SET-B2.parameters.maximum.value'],
    ['rules.SET-B2.parameters.maximum.value', '2,5', 'regulation.rules.SET-B2.parameters.maximum.value'],
    [
      'rules.SET-B2.parameters.maximum.citation',
      undefined,
      'regulation.rules.SET-B2.parameters.maximum.citation',
    ],
    ['rules.SET-B2.parameters.maximum.citation', '', 'regulation.rules.SET-B2.parameters.maximum.citation'],
    ['rules.SET-B2.parameters.maximum.from', undefined, 'regulation.rules.SET-B2.parameters.maximum.from'],
    ['rules.SET-B2.parameters.maximum.to', '2024-12-31', 'regulation.rules.SET-B2.parameters.maximum'],
    ['rules.SET-B2.title.en', undefined, 'regulation.rules.SET-B2.title.en'],
    ['rules.PEN-P.parameters.reduction.value', '101', 'regulation.rules.PEN-P.parameters.reduction.value'],
    ['rules.MAN-4.parameters.method.value', 'median', 'regulation.rules.MAN-4.parameters.method.value'],
    [
      'rules.SAN-1.parameters.reductions.value.fine',
      undefined,
      'regulation.rules.SAN-1.parameters.reductions.value.fine',
    ],
    ['rules.BAND-E.parameters.bands.value[1].upTo', '60', 'regulation.rules.BAND-E.parameters.bands.value'],
    [
      'rules.BAND-E.parameters.bands.value[5].share',
      undefined,
      'regulation.rules.BAND-E.parameters.bands.value[5].share',
    ],
    ['rules.PEN-T.parameters.findings.value[4].upTo', 12, 'regulation.rules.PEN-T.parameters.findings.value'],
    ['rules.PEN-T.parameters.findings.value[1].upTo', 6, 'regulation.rules.PEN-T.parameters.findings.value'],
    [
      'rules.PEN-D.parameters.classes.value[0].staffUpTo',
      null,
      'regulation.rules.PEN-D.parameters.classes.value',
    ],
    [
      'rules.PEN-D.parameters.classes.value[0].points',
      [],
      'regulation.rules.PEN-D.parameters.classes.value[0].points',
    ],
    ['rules.BAL-1.parameters.steps.value[1].from', '1750', 'regulation.rules.BAL-1.parameters.steps.value'],
    ['rules.EQ-1B.parameters.items.value[0]', 'SET-A', 'regulation.rules.EQ-1B.parameters.items.value[0]'],
    ['rules.SUR-1.parameters.statements.value', [], 'regulation.rules.SUR-1.parameters.statements.value'],
  ])('%s = %j', (path, value, told) => {
    const refusal = refusalOf(ruledBy(path, value));
    expect(refusal).toEqual([expect.stringMatching(/: regolamento non valido \(/)]);
    expect(refusal[0]!.slice(0, refusal[0]!.indexOf(': '))).toBe(told);
  });

  test('an unknown rule or field is refused', () => {
    for (const path of ['rules.XYZ-1', 'rules.ENT.colour', 'rules.ENT-A.parameters.maximum.unit', 'colour']) {
      const regulation = changedAt(aRegulation(), pathOf(path), 1);
      expect(refusalOf({ ...aFullCycle(), regulation })).not.toEqual([]);
    }
  });

  test('nothing but a name or a regulation will do', () => {
    for (const regulation of [null, 5, true, [], {}, '']) {
      const refusal = refusalOf({ ...aFullCycle(), regulation });
      expect(refusal).not.toEqual([]);
      expect(refusal.every((line) => line.startsWith('regulation'))).toBe(true);
    }
  });

  test('its faults come together with those of the rest', () => {
    const cycle = ruledBy('rules.PEN-P.parameters.reduction.value', '101');
    cycle.year = 1;
    expect(refusalOf(cycle)).toHaveLength(2);
  });
});

describe('every value of the regulation, replaced by another in turn', () => {
  const regulation = aRegulation();
  const full = aFullCycle();
  full.employees.push(anEmployee('e3', 40), anEmployee('e4', 20), anEmployee('e5', 10));

  test.each<[string, unknown]>([
    ['null', null],
    ['a text', 'x'],
    ['the empty text', ''],
    ['a negative number', -1],
    ['0', '0'],
    ['a fraction', '0.5'],
    ['the number 2 with a decimal', '2.0'],
    ['a millionth', '0.0000001'],
    ['a large number', '999999'],
    ['a number of 400 digits', '9'.repeat(400)],
    ['an empty list', []],
    ['an empty object', {}],
  ])('%s is refused with lines, or computed', (_, value) => {
    const thrown: string[] = [];
    for (const path of pathsOf(regulation)) {
      if (!path.includes('value') || path.includes('statements')) continue;
      const cycle = { ...full, regulation: changedAt(regulation, path, value) };
      try {
        if (refusalOf(cycle).length === 0) outcomeOf(cycle);
      } catch (error) {
        thrown.push(`${path.join('.')}: ${String(error)}`);
      }
    }
    expect(thrown).toEqual([]);
  });
});

test('a name with a line break is told on one line', () => {
  const regulation = { ...aRegulation(), 'a\nb': 1 };
  for (const line of refusalOf({ ...aFullCycle(), regulation })) expect(line).not.toContain('\n');
});

test('two places are two places, however the regulation writes the number', () => {
  const written = (places: string) =>
    outcomeOf(ruledBy('rules.UPL-E.parameters.places.value', places)).executives;
  expect(written('2.0')).toEqual(written('2'));
});
