import { describe, expect, test } from 'vitest';
import { aCycleScoring, outcomeOf, type CycleDocument } from '../../../tests/domain/cycle-builder.ts';

describe('PAY-E, result pay of an executive', () => {
  test.each([
    // total, months, first-band amount, whether payments were late; result pay
    [100, 12, '7911.36', false, '7911.36'],
    [92, 12, '7911.36', false, '7120.22'],
    [85, 12, '7911.36', false, '6329.09'],
    [100, 4, '7911.36', false, '2637.12'],
    [100, 11, '7911.36', false, '7252.08'],
    [92, 7, '7911.36', true, '2907.42'],
    [100, 12, '7911.36', true, '5537.95'],
    [85, 12, '7911.36', true, '4430.36'],
    // Rounded once: 100.05 × 70 % × 70 % is 49.0245; rounding 70.035 on the way would give 49.03.
    [65, 12, '100.05', true, '49.02'],
    [100, 12, '0.00', false, '0.00'],
  ])('%d points, %d months, first band %s, late payments %s: %s', (points, months, amount, late, pay) => {
    const cycle = aCycleScoring(points);
    cycle.executives[0]!.months = months;
    cycle.directions[0]!.latePayments = late;
    cycle.funds.executives.firstBandAmount = amount;
    const [executive] = outcomeOf(cycle).executives;
    expect(executive).toMatchObject({ access: true, resultPay: pay, total: points.toFixed(2) });
  });

  test.each([
    [3, false, 'none', '0.00'],
    [4, true, 'first', '2637.12'],
  ])('%d months give access %s', (months, access, band, resultPay) => {
    const cycle = aCycleScoring(100);
    cycle.executives[0]!.months = months;
    expect(outcomeOf(cycle).executives[0]).toMatchObject({ access, band, resultPay });
  });

  test('a direction without an executive has a sheet and pays nobody', () => {
    const cycle = aCycleScoring(100, 90);
    cycle.executives.pop();
    const { directions, executives } = outcomeOf(cycle);
    expect(directions.map(({ total }) => total)).toEqual(['100.00', '90.00']);
    expect(executives.map(({ id }) => id)).toEqual(['x1']);
  });
});

describe('the first-band amount, derived where it is not given', () => {
  function derived(cycle: CycleDocument, resultPay: string, uplift: string): string {
    cycle.funds.executives = { resultPay, uplift };
    return outcomeOf(cycle).funds.executives.firstBandAmount;
  }

  test('what uplift and extras leave, over the years of service of those with 4 months, floored to the cent', () => {
    const cycle = aCycleScoring(100, 50, 100);
    cycle.executives[1]!.months = 6;
    Object.assign(cycle.executives[2]!, { months: 3, extras: [{ label: 'vicesegretario', amount: '500' }] });
    // (10,000 − 1,000 − 500) / 1.5, whatever the totals; the extras are those of everybody.
    expect(derived(cycle, '10000', '1000')).toBe('5666.66');
  });

  test('never below 0', () => {
    expect(derived(aCycleScoring(100), '100.00', '100.01')).toBe('0.00');
  });

  test('exactly 4 months count, a third of a year', () => {
    const cycle = aCycleScoring(100, 100);
    cycle.executives[1]!.months = 4;
    expect(derived(cycle, '10000', '0')).toBe('7500.00');
  });

  test('0 where nobody served 4 months', () => {
    const cycle = aCycleScoring(100);
    cycle.executives[0]!.months = 3;
    expect(derived(cycle, '10000', '0')).toBe('0.00');
  });

  test('it leaves the fund whole where everybody is in the first band: 7,911.36 each', () => {
    const cycle = aCycleScoring(100, 99, 98);
    cycle.funds.executives = { resultPay: '26999.08', uplift: '3265.00' };
    const { funds } = outcomeOf(cycle);
    expect(funds.executives).toEqual({
      available: '26999.08',
      firstBandAmount: '7911.36',
      paid: '26999.08',
      economies: '0.00',
    });
  });
});

describe('UPL-E, the uplift of the two highest totals', () => {
  function uplifts(cycle: CycleDocument): string[] {
    return outcomeOf(cycle).executives.map(({ uplift }) => uplift);
  }

  test('in equal parts: 3,265.00 are 1,632.50 each', () => {
    expect(uplifts(aCycleScoring(91, 99, 97))).toEqual(['0.00', '1632.50', '1632.50']);
  });

  test('an odd cent goes to the first id, whatever the totals and the order', () => {
    for (const totals of [
      [99, 98],
      [98, 99],
    ]) {
      const cycle = aCycleScoring(...totals);
      cycle.funds.executives.uplift = '3265.01';
      expect(uplifts(cycle)).toEqual(['1632.51', '1632.50']);
      cycle.executives.reverse();
      expect(uplifts(cycle)).toEqual(['1632.50', '1632.51']);
    }
  });

  test('one holder gets half, the other half is economies', () => {
    const cycle = aCycleScoring(100, 60);
    expect(uplifts(cycle)).toEqual(['1632.50', '0.00']);
    expect(outcomeOf(cycle).funds.executives).toMatchObject({ paid: '9543.86', economies: '90456.14' });
  });

  test('who has no access is passed over: too few months, or 60 points', () => {
    const cycle = aCycleScoring(100, 90, 60, 80);
    cycle.executives[0]!.months = 3;
    expect(uplifts(cycle)).toEqual(['0.00', '1632.50', '0.00', '1632.50']);
  });

  test('those equal at the cut get nothing, who is ahead keeps the uplift, and the decision stays open', () => {
    const cycle = aCycleScoring(96, 98, 96);
    expect(uplifts(cycle)).toEqual(['0.00', '1632.50', '0.00']);
    const { openDecisions, readings } = outcomeOf(cycle);
    expect(openDecisions).toEqual([{ code: 'tie', id: 'UPL-E', persons: ['x1', 'x3'] }]);
    expect(readings).toContain('UPL-E');
  });

  test('three equal at the top are all tied', () => {
    const cycle = aCycleScoring(96, 96, 96);
    expect(uplifts(cycle)).toEqual(['0.00', '0.00', '0.00']);
    expect(outcomeOf(cycle).openDecisions[0]!.persons).toEqual(['x1', 'x2', 'x3']);
  });

  test('two equal totals that both have a place are no tie', () => {
    const cycle = aCycleScoring(96, 96, 95);
    expect(uplifts(cycle)).toEqual(['1632.50', '1632.50', '0.00']);
    const { openDecisions, readings } = outcomeOf(cycle);
    expect(openDecisions).toEqual([]);
    expect(readings).not.toContain('UPL-E');
  });

  test.each([
    ['the lower rank wins', [2, 1], ['0.00', '1632.50'], false],
    ['a rank beats none', [undefined, 7], ['0.00', '1632.50'], false],
    ['rank 0 beats none', [0, undefined], ['1632.50', '0.00'], false],
    ['equal ranks stay tied', [3, 3], ['0.00', '0.00'], true],
    ['no ranks stay tied', [undefined, undefined], ['0.00', '0.00'], true],
  ])('at the cut, %s', (_, [first, second], expected, open) => {
    const cycle = aCycleScoring(96, 96, 98);
    if (first !== undefined) cycle.executives[0]!.tieBreakRank = first;
    if (second !== undefined) cycle.executives[1]!.tieBreakRank = second;
    const { executives, openDecisions, readings } = outcomeOf(cycle);
    expect(executives.map(({ uplift }) => uplift)).toEqual([...expected, '1632.50']);
    expect(openDecisions).toHaveLength(open ? 1 : 0);
    expect(readings).toContain('UPL-E');
  });

  test('a rank counts only among equal totals', () => {
    const cycle = aCycleScoring(96, 97, 98);
    cycle.executives[0]!.tieBreakRank = 1;
    expect(uplifts(cycle)).toEqual(['0.00', '1632.50', '1632.50']);
  });
});

describe('EXT-E, extras', () => {
  test('are added as given, with access or without', () => {
    const cycle = aCycleScoring(92, 50);
    for (const executive of cycle.executives)
      executive.extras = [
        { label: 'vicesegretario', amount: '4000.00' },
        { label: 'altro', amount: '0.01' },
      ];
    expect(outcomeOf(cycle).executives).toMatchObject([
      { access: true, resultPay: '7120.22', uplift: '1632.50', extras: '4000.01', pay: '12752.73' },
      { access: false, resultPay: '0.00', uplift: '0.00', extras: '4000.01', pay: '4000.01' },
    ]);
  });
});

test('paying more than the fund holds is told, with negative economies', () => {
  const cycle = aCycleScoring(100);
  cycle.funds.executives = { resultPay: '9543.85', uplift: '3265.00', firstBandAmount: '7911.36' };
  const { funds, warnings } = outcomeOf(cycle);
  expect(funds.executives).toMatchObject({ paid: '9543.86', economies: '-0.01' });
  expect(warnings).toContainEqual({ code: 'fund-exceeded', id: 'executives' });

  cycle.funds.executives.resultPay = '9543.86';
  expect(outcomeOf(cycle).warnings).not.toContainEqual({ code: 'fund-exceeded', id: 'executives' });
});
