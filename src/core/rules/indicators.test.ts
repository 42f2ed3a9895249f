import { describe, expect, test } from 'vitest';
import { aCycle, anEqHolder, outcomeOf } from '../../../tests/domain/cycle-builder.ts';

const unassessed = 'no-assessable-indicator';

describe.each([
  // improved, unchanged, worsened, not assessable; SET-C out of 15, EQ-2B out of 10; whether there is nothing to assess
  [[40, 3, 5, 1], '13.44', '8.96', false],
  [[579, 45, 82, 22], '13.26', '8.84', false],
  [[1, 0, 0, 0], '15.00', '10.00', false],
  [[0, 1, 0, 0], '15.00', '10.00', false],
  [[0, 0, 1, 0], '0.00', '0.00', false],
  [[1, 0, 1, 0], '7.50', '5.00', false],
  [[2, 0, 1, 100], '10.00', '6.67', false],
  [[0, 0, 0, 3], '0.00', '0.00', true],
  [[0, 0, 0, 0], '0.00', '0.00', true],
  [['9007199254740991', 0, '9007199254740991', 0], '7.50', '5.00', false],
] as const)('indicators %j', ([improved, unchanged, worsened, notAssessable], setC, eq2B, nothing) => {
  const indicators = { improved, unchanged, worsened, notAssessable };

  test(`SET-C is ${setC}`, () => {
    const cycle = aCycle();
    cycle.directions[0]!.indicators = indicators;
    const { directions, warnings, readings } = outcomeOf(cycle);
    expect(directions[0]!.items['SET-C']).toBe(setC);
    expect(warnings.some(({ code, id }) => code === unassessed && id === 'd1')).toBe(nothing);
    expect(readings).toContain('SET-C');
  });

  test(`EQ-2B is ${eq2B}`, () => {
    const cycle = aCycle();
    cycle.eqHolders = [{ ...anEqHolder('q1'), indicators }];
    const { eqHolders, warnings } = outcomeOf(cycle);
    expect(eqHolders[0]!.items['EQ-2B']).toBe(eq2B);
    expect(warnings.some(({ code, id }) => code === unassessed && id === 'q1')).toBe(nothing);
  });
});
