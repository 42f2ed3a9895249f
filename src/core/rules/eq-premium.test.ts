import { describe, expect, test } from 'vitest';
import {
  aCycle,
  anEqHolder,
  outcomeOf,
  type CycleDocument,
  type EqHolderDocument,
} from '../../../tests/domain/cycle-builder.ts';

function holding(pot: string, ...holders: EqHolderDocument[]): CycleDocument {
  const cycle = { ...aCycle(), eqHolders: holders };
  cycle.funds.eqHolders.resultPay = pot;
  return cycle;
}

/** 47.5 points and half of the achievement of the one objective. */
function achieving(id: string, achievement: string): EqHolderDocument {
  return { ...anEqHolder(id), objectives: [{ achievement }] };
}

describe('PAY-Q', () => {
  test('the pot of 74,551.30 over two holders of 97.50, one for half the year', () => {
    const { eqHolders, funds } = outcomeOf(
      holding('74551.30', anEqHolder('q1'), { ...anEqHolder('q2'), months: 6 }),
    );
    expect(eqHolders.map(({ pay }) => pay)).toEqual(['49700.87', '24850.43']);
    expect(funds.eqHolders).toEqual({
      available: '74551.30',
      coefficient: '509.7525',
      paid: '74551.30',
      economies: '0.00',
    });
  });

  test('an odd cent goes to the first id, whatever the order of the input', () => {
    for (const order of [
      ['q1', 'q2'],
      ['q2', 'q1'],
    ]) {
      const { eqHolders } = outcomeOf(holding('0.01', ...order.map((id) => anEqHolder(id))));
      expect(eqHolders.map(({ id, pay }) => [id, pay])).toEqual(
        order.map((id) => [id, id === 'q1' ? '0.01' : '0.00']),
      );
    }
  });

  test.each([
    ['59.99 points', achieving('q1', '24.98'), '59.99', false],
    ['60.00 points', achieving('q1', '25'), '60.00', true],
    ['3 months', { ...anEqHolder('q1'), months: 3 }, '97.50', false],
    ['4 months', { ...anEqHolder('q1'), months: 4 }, '97.50', true],
  ])('%s: access %s', (_, holder, total, access) => {
    const { eqHolders, funds } = outcomeOf(holding('100.00', holder));
    expect(eqHolders[0]).toMatchObject({ total, access, pay: access ? '100.00' : '0.00' });
    expect(funds.eqHolders.economies).toBe(access ? '0.00' : '100.00');
  });

  test('with nobody who has access the coefficient is 0 and the pot economies', () => {
    for (const holders of [[], [achieving('q1', '0')]]) {
      const { funds } = outcomeOf(holding('100.00', ...holders));
      expect(funds.eqHolders).toEqual({
        available: '100.00',
        coefficient: '0.0000',
        paid: '0.00',
        economies: '100.00',
      });
    }
  });

  test('the part of who has no access goes to the others', () => {
    const { eqHolders } = outcomeOf(
      holding('90.00', anEqHolder('q1'), achieving('q2', '0'), anEqHolder('q3')),
    );
    expect(eqHolders.map(({ pay }) => pay)).toEqual(['45.00', '0.00', '45.00']);
  });
});

describe('the balancing with incentives of law', () => {
  test.each([
    ['0', '100.00', '0.00'],
    ['33.33', '66.67', '33.33'],
    ['50', '50.00', '50.00'],
    ['12.3456789', '87.65', '12.35'],
    ['99.995', '0.01', '99.99'],
    ['100', '0.00', '100.00'],
  ])(
    'a reduction by %s hundredths leaves %s of 100.00, the rest is economies',
    (incentiveReduction, pay, economies) => {
      const { eqHolders, funds } = outcomeOf(holding('100.00', { ...anEqHolder('q1'), incentiveReduction }));
      expect(eqHolders[0]!.pay).toBe(pay);
      expect(funds.eqHolders).toMatchObject({ paid: pay, economies });
    },
  );

  test('what a reduction leaves over does not go to the others', () => {
    const { eqHolders } = outcomeOf(
      holding('100.00', { ...anEqHolder('q1'), incentiveReduction: 100 }, anEqHolder('q2')),
    );
    expect(eqHolders.map(({ pay }) => pay)).toEqual(['0.00', '50.00']);
  });
});
