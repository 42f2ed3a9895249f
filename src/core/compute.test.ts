import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  aCycle,
  aCycleOf,
  anEmployee,
  numbered,
  outcomeOf,
  type CycleDocument,
} from '../../tests/domain/cycle-builder.ts';
import { shapeFaults } from '../../tests/domain/output-shape.ts';
import { randomCycle } from '../../tests/domain/random-cycles.ts';

const runs = { numRuns: 150 };

/** Cents, so that sums are exact. */
function cents(...amounts: readonly (string | readonly string[])[]): bigint {
  return amounts.flat().reduce((sum, amount) => sum + BigInt(amount.replace('.', '')), 0n);
}

describe('the parts sum to the pots, in any cycle', () => {
  test('what persons get is what a fund has paid, and the rest is economies', () => {
    fc.assert(
      fc.property(randomCycle, (document) => {
        const { funds, ...people } = outcomeOf(document);
        for (const group of ['executives', 'eqHolders', 'employees'] as const) {
          const { available, paid, economies } = funds[group];
          expect(cents(people[group].map(({ pay }) => pay))).toBe(cents(paid));
          expect(cents(paid, economies)).toBe(cents(available));
        }
        for (const { resultPay, uplift, extras, pay } of people.executives)
          expect(cents(resultPay, uplift, extras)).toBe(cents(pay));
        for (const { base, uplift, pay } of people.employees) expect(cents(base, uplift)).toBe(cents(pay));
      }),
      runs,
    );
  });

  test('the EQ pot goes out to the cent, unless nobody has access or incentives of law reduce a part', () => {
    fc.assert(
      fc.property(randomCycle, (document) => {
        for (const holder of document.eqHolders) delete holder.incentiveReduction;
        const { eqHolders, funds } = outcomeOf(document);
        const expected = eqHolders.some(({ access }) => access) ? cents(funds.eqHolders.available) : 0n;
        expect(cents(funds.eqHolders.paid)).toBe(expected);
      }),
      runs,
    );
  });

  test('the base pot goes out to the cent, unless a budget has no recipients', () => {
    fc.assert(
      fc.property(randomCycle, (document) => {
        const { employees, funds, warnings } = outcomeOf(document);
        const { heads, basePot, upliftPot, upliftValue, available } = funds.employees;
        expect(cents(basePot, upliftPot)).toBe(cents(available));
        const paid = cents(employees.map(({ base }) => base));
        expect(paid <= cents(basePot)).toBe(true);
        const whole = heads > 0 && !warnings.some(({ code }) => code === 'budget-without-recipients');
        if (whole) expect(paid).toBe(cents(basePot));
        const uplifts = employees.map(({ uplift }) => uplift).filter((uplift) => uplift !== '0.00');
        expect(uplifts.every((uplift) => uplift === upliftValue)).toBe(true);
        expect(cents(uplifts) <= cents(upliftPot)).toBe(true);
      }),
      runs,
    );
  });

  test('the uplifts of the executives sum to their pot where two hold one', () => {
    fc.assert(
      fc.property(randomCycle, (document) => {
        const { executives } = outcomeOf(document);
        const uplifts = executives.map(({ uplift }) => uplift).filter((uplift) => uplift !== '0.00');
        const pot = BigInt(Math.round(Number(document.funds.executives.uplift) * 100));
        if (uplifts.length === 2) expect(cents(uplifts)).toBe(pot);
        else expect(cents(uplifts) <= (pot + 1n) / 2n).toBe(true);
      }),
      runs,
    );
  });

  test('what a project reported is what its beneficiaries get', () => {
    fc.assert(
      fc.property(randomCycle, (document) => {
        const { list, own, thirdParty, total } = outcomeOf(document).projects;
        for (const { amounts, reported } of list)
          if (amounts.length > 0) expect(cents(amounts.map(({ amount }) => amount))).toBe(cents(reported));
        expect(cents(own.reported, thirdParty.reported)).toBe(cents(total.reported));
        expect(cents(own.planned, thirdParty.planned)).toBe(cents(total.planned));
      }),
      runs,
    );
  });

  test('every sheet adds up', () => {
    fc.assert(
      fc.property(randomCycle, (document) => {
        const { directions, eqHolders, employees } = outcomeOf(document);
        for (const { items, total } of [...eqHolders, ...employees])
          expect(cents(Object.values(items))).toBe(cents(total));
        for (const { items, penalties, total } of directions) {
          const rest = cents(Object.values(items)) - cents(Object.values(penalties));
          expect(cents(total)).toBe(rest < 0n ? 0n : rest);
        }
      }),
      runs,
    );
  });
});

describe('the order of the input does not matter', () => {
  test('whatever the order of every list, every figure of every person and part is the same', () => {
    fc.assert(
      fc.property(randomCycle, fc.integer(), (document, seed) => {
        expect(byId(outcomeOf(reordered(document, seed)))).toEqual(byId(outcomeOf(document)));
      }),
      { numRuns: 250 },
    );
  });

  test('lists come out in the order they came in', () => {
    fc.assert(
      fc.property(randomCycle, (document) => {
        const outcome = outcomeOf(document);
        for (const list of ['silos', 'directions', 'executives', 'eqHolders', 'employees'] as const)
          expect(outcome[list].map(({ id }) => id)).toEqual(document[list].map(({ id }) => id));
        expect(outcome.survey.directions.map(({ id }) => id)).toEqual(
          document.directions.map(({ id }) => id),
        );
        expect(outcome.projects.list.map(({ id }) => id)).toEqual(document.projects.map(({ id }) => id));
      }),
      { numRuns: 50 },
    );
  });
});

describe('pure', () => {
  test('an input that cannot be changed is computed all the same', () => {
    fc.assert(
      fc.property(randomCycle, (document) => {
        const expected = JSON.stringify(outcomeOf(structuredClone(document)));
        expect(JSON.stringify(outcomeOf(frozen(document)))).toBe(expected);
      }),
      runs,
    );
  });

  test('an input is as it was afterwards', () => {
    fc.assert(
      fc.property(randomCycle, (document) => {
        const before = JSON.stringify(document);
        outcomeOf(document);
        expect(JSON.stringify(document)).toBe(before);
      }),
      runs,
    );
  });

  test('two runs give the same JSON', () => {
    fc.assert(
      fc.property(randomCycle, (document) => {
        expect(JSON.stringify(outcomeOf(document))).toBe(JSON.stringify(outcomeOf(document)));
      }),
      runs,
    );
  });

  test('a year does not remember the one computed before it', () => {
    const first = JSON.stringify(outcomeOf(aCycle()));
    outcomeOf(aCycleOf([anEmployee('e1')], '5'));
    expect(JSON.stringify(outcomeOf(aCycle()))).toBe(first);
  });
});

test('more points never mean less pay, inside a direction among those with the same months, sanctions and incentives', () => {
  const alike = fc.record({
    totals: fc.array(fc.integer({ min: 2900, max: 5000 }), { minLength: 2, maxLength: 25 }),
    months: fc.constantFrom(6, 11, 12),
    sanctions: fc.constantFrom<string[]>([], ['fine']),
    otherIncentives: fc.constantFrom('0', '2000'),
    pot: fc.integer({ min: 0, max: 30_000 }),
  });
  fc.assert(
    fc.property(alike, ({ totals, pot, ...rest }) => {
      const employees = totals.map((total, at) => ({
        ...anEmployee(numbered('e', at), total / 100),
        ...rest,
      }));
      const ranked = [...outcomeOf(aCycleOf(employees, pot)).employees].sort(
        (a, b) => Number(a.total) - Number(b.total),
      );
      ranked.forEach(({ total, pay }, at) => {
        const next = ranked[at + 1];
        if (next && next.total !== total) expect(cents(next.pay) >= cents(pay)).toBe(true);
      });
    }),
    { numRuns: 200 },
  );
});

describe('the output', () => {
  test('is exactly what the contract says, for any cycle', () => {
    fc.assert(
      fc.property(randomCycle, (document) => {
        expect(shapeFaults(JSON.parse(JSON.stringify(outcomeOf(document))))).toEqual([]);
      }),
      { numRuns: 250 },
    );
  });

  test('is the same without a survey, with counts 0 and nulls', () => {
    const { survey: _, ...document } = aCycle();
    const outcome = outcomeOf(document);
    expect(shapeFaults(outcome)).toEqual([]);
    const nothing = { invited: 0, responses: 0, participation: null, questionMeans: null, mean: null };
    expect(outcome.survey).toEqual({ overall: nothing, directions: [{ id: 'd1', ...nothing }] });
    expect(outcome.directions[0]!.items['MAN-4']).toBe('0.00');
    expect(outcome.warnings).toEqual([{ code: 'no-survey', id: 'entity' }]);
  });

  test('of a cycle with nothing in it is whole', () => {
    const document: CycleDocument = {
      ...aCycle(),
      silos: [],
      objectives: [],
      directions: [],
      survey: { invited: {}, responses: [] },
      executives: [],
    };
    expect(shapeFaults(outcomeOf(document))).toEqual([]);
  });

  test('lists warnings and open decisions by code, then id, none twice', () => {
    fc.assert(
      fc.property(randomCycle, (document) => {
        const { warnings, openDecisions, readings } = outcomeOf(document);
        for (const list of [warnings, openDecisions].map((all) =>
          all.map(({ code, id }) => Array.from(`${code} ${id}`)),
        ))
          expect(list).toEqual([...list].sort(byCodePoints));
        expect(new Set(warnings.map((warning) => JSON.stringify(warning))).size).toBe(warnings.length);
        expect(readings).toEqual([...new Set(readings)].sort());
        for (const { persons } of openDecisions)
          expect(persons.map((id) => Array.from(id))).toEqual(
            persons.map((id) => Array.from(id)).sort(byCodePoints),
          );
      }),
      runs,
    );
  });
});

function byCodePoints(a: readonly string[], b: readonly string[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const difference = a[at]!.codePointAt(0)! - b[at]!.codePointAt(0)!;
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(frozen);
    Object.freeze(value);
  }
  return value;
}

/** Every list whose order means nothing, in another order. */
function reordered(document: CycleDocument, seed: number): CycleDocument {
  let state = seed >>> 0;
  const next = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0);
  const shuffled = (value: unknown, key: string): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (!Array.isArray(value))
      return Object.fromEntries(Object.entries(value).map(([field, each]) => [field, shuffled(each, field)]));
    const list = value.map((element) => shuffled(element, ''));
    if (['answers', 'presenceDays', 'behaviours', 'policyAlignment'].includes(key)) return list;
    return list
      .map((element) => ({ element, at: next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ element }) => element);
  };
  return shuffled(document, '') as CycleDocument;
}

/** The output with every list of parts turned into a table by id. */
function byId(value: unknown): unknown {
  if (Array.isArray(value)) {
    const list: unknown[] = value;
    const named = list.every((element) => typeof element === 'object' && element !== null && 'id' in element);
    if (!named) return list;
    return new Map(
      list.map((element) => {
        const { id, code = '' } = element as { id: string; code?: string };
        return [`${code} ${id}`, byId({ ...(element as object), id: undefined })];
      }),
    );
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, byId(each)]));
}
