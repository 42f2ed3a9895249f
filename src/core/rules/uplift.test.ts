import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aCycleOf, anEmployee, numbered, outcomeOf } from '../../../tests/domain/cycle-builder.ts';

/** Few totals and ranks, so that they often meet at the cut. */
const contender = fc.record({
  total: fc.constantFrom(29, 30, 45, 49.99, 50),
  tieBreakRank: fc.option(fc.nat(2), { nil: undefined }),
});

test('a place goes to who has fewer people ahead or equal than there are places; the others at the cut are tied', () => {
  fc.assert(
    fc.property(fc.array(contender, { minLength: 5, maxLength: 26 }), (contenders) => {
      const employees = contenders.map(({ total, tieBreakRank }, at) => ({
        ...anEmployee(numbered('e', at), total),
        ...(tieBreakRank === undefined ? {} : { tieBreakRank }),
      }));
      const { employees: outcome, openDecisions } = outcomeOf(aCycleOf(employees, '100000'));
      const places = Math.floor(contenders.length / 10 + 0.5);

      const rank = (at: number) => contenders[at]!.tieBreakRank ?? Infinity;
      const ahead = (a: number, b: number) =>
        contenders[a]!.total > contenders[b]!.total ||
        (contenders[a]!.total === contenders[b]!.total && rank(a) < rank(b));
      const positive = contenders.map((_, at) => at).filter((at) => contenders[at]!.total >= 30);
      const count = (of: (other: number) => boolean) => positive.filter(of).length;
      const winners = positive.filter((at) => count((other) => !ahead(at, other)) <= places);
      const tied = positive.filter(
        (at) => count((other) => ahead(other, at)) < places && count((other) => !ahead(at, other)) > places,
      );

      expect(outcome.filter(({ uplift }) => uplift !== '0.00').map(({ id }) => id)).toEqual(
        winners.map((at) => numbered('e', at)),
      );
      expect(openDecisions.flatMap(({ persons }) => persons)).toEqual(tied.map((at) => numbered('e', at)));
    }),
    { numRuns: 150 },
  );
});
