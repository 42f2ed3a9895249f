import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocate, allocatePlaces, type Part } from './allocation.ts';
import type { Cents } from './money.ts';
import { compare, divide, multiply, rational, subtract, sumOf, type Rational } from './rational.ts';

function part(id: string, numerator: number | bigint, denominator: number | bigint = 1): Part {
  return { id, weight: rational(numerator, denominator) };
}

function split(cents: number | bigint, ...parts: Part[]): Record<string, bigint> {
  const amounts = allocate(BigInt(cents) as Cents, parts);
  return Object.fromEntries(parts.map(({ id }, at) => [id, amounts[at]!]));
}

const weight = fc.oneof(
  fc.constant(rational(0)),
  fc.tuple(fc.nat(5000), fc.integer({ min: 1, max: 1200 })).map(([n, d]) => rational(n, d)),
  fc.constantFrom(rational(1), rational(1, 3), rational(4999, 100)),
  fc
    .tuple(fc.bigInt({ min: 0n, max: 10n ** 25n }), fc.bigInt({ min: 1n, max: 10n ** 25n }))
    .map(([n, d]) => rational(n, d)),
);
const parts = fc.uniqueArray(
  fc.record({ id: fc.string({ unit: fc.constantFrom('a', 'b', 'é', '\ufffd', '😀', '1', '0') }), weight }),
  { selector: ({ id }) => id, maxLength: 12 },
);
const pot = fc.oneof(
  fc.bigInt({ min: 0n, max: 20n }),
  fc.bigInt({ min: 0n, max: 10n ** 9n }),
  fc.bigInt({ min: 0n, max: 10n ** 22n }),
);

describe('a pot is split without losing a cent', () => {
  test('the parts sum to the pot, unless nobody has a weight', () => {
    fc.assert(
      fc.property(pot, parts, (cents, all) => {
        const amounts = allocate(cents as Cents, all);
        expect(amounts).toHaveLength(all.length);
        const sum = amounts.reduce((total, amount) => total + amount, 0n);
        expect(sum).toBe(all.some((each) => compare(each.weight, rational(0)) > 0) ? cents : 0n);
      }),
    );
  });

  test('nobody is a whole cent away from the exact share', () => {
    fc.assert(
      fc.property(pot, parts, (cents, all) => {
        const total = sumOf(all.map((each) => each.weight));
        fc.pre(compare(total, rational(0)) > 0);
        allocate(cents as Cents, all).forEach((amount, at) => {
          const exact = divide(multiply(rational(cents), all[at]!.weight), total);
          expect(compare(distance(rational(amount), exact), rational(1))).toBeLessThan(0);
        });
      }),
    );
  });

  test('who has no weight gets nothing, equal weights are at most a cent apart, a larger weight never gets less', () => {
    fc.assert(
      fc.property(pot, parts, (cents, all) => {
        const amounts = allocate(cents as Cents, all);
        all.forEach((a, i) => {
          if (compare(a.weight, rational(0)) === 0) expect(amounts[i]).toBe(0n);
          all.forEach((b, j) => {
            const order = compare(a.weight, b.weight);
            if (order > 0) expect(amounts[i]! >= amounts[j]!).toBe(true);
            if (order === 0) expect(amounts[i]! - amounts[j]! <= 1n).toBe(true);
          });
        });
      }),
    );
  });

  test('the order of the parts does not matter', () => {
    fc.assert(
      fc.property(
        pot,
        parts.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        (cents, [all, shuffled]) => {
          const of = (list: readonly Part[]) =>
            new Map(allocate(cents as Cents, list).map((amount, at) => [list[at]!.id, amount]));
          const [one, other] = [of(all), of(shuffled)];
          for (const { id } of all) expect(other.get(id)).toBe(one.get(id));
        },
      ),
    );
  });
});

test('100.00 in three equal parts: the odd cent goes to the first id', () => {
  expect(split(10000, part('c', 1), part('a', 1), part('b', 1))).toEqual({ a: 3334n, b: 3333n, c: 3333n });
});

test('the missing cents go to the largest remainders before any id counts', () => {
  // 10 cents over 1:1:4 → 1.67, 1.67, 6.67: two cents are missing.
  expect(split(10, part('z', 4), part('b', 1), part('a', 1))).toEqual({ a: 2n, b: 2n, z: 6n });
  // 10 cents over 7:7:6 → 3.5, 3.5, 3: the remainder of c is 0.
  expect(split(10, part('c', 6), part('b', 7), part('a', 7))).toEqual({ a: 4n, b: 3n, c: 3n });
});

test('a tie goes by code point: U+FFFD comes before 😀, whose UTF-16 units are smaller', () => {
  expect(['\ufffd', '😀'].sort()).toEqual(['😀', '\ufffd']);
  expect(split(1, part('😀', 1), part('\ufffd', 1))).toEqual({ '\ufffd': 1n, '😀': 0n });
  expect(split(1, part('10', 1), part('9', 1))).toEqual({ '10': 1n, '9': 0n });
  expect(split(1, part('a', 1), part('B', 1))).toEqual({ B: 1n, a: 0n });
  expect(split(1, part('ab', 1), part('a', 1))).toEqual({ a: 1n, ab: 0n });
});

test('a pot beyond 2^53 cents is split to the cent', () => {
  const pot = 10n ** 20n + 1n;
  expect(split(pot, part('a', 1), part('b', 1))).toEqual({ a: 10n ** 20n / 2n + 1n, b: 10n ** 20n / 2n });
});

test('no parts, no weight, no pot: nobody gets anything', () => {
  expect(allocate(100n as Cents, [])).toEqual([]);
  expect(split(100, part('a', 0), part('b', 0))).toEqual({ a: 0n, b: 0n });
  expect(split(0, part('a', 1), part('b', 2))).toEqual({ a: 0n, b: 0n });
});

describe('places by largest remainder', () => {
  const places = (count: number, ...quotas: Part[]) => {
    const given = allocatePlaces(count, quotas);
    return Object.fromEntries(quotas.map(({ id }, at) => [id, given[at]]));
  };

  test('each its whole quota, the rest to the largest remainders', () => {
    expect(places(6, part('a', 24, 10), part('b', 17, 10), part('c', 19, 10))).toEqual({ a: 2, b: 2, c: 2 });
    expect(places(2, part('a', 6, 10), part('b', 7, 10), part('c', 7, 10))).toEqual({ a: 0, b: 1, c: 1 });
  });

  test('equal remainders go by id', () => {
    expect(places(1, part('d2', 5, 10), part('d1', 5, 10))).toEqual({ d1: 1, d2: 0 });
    expect(places(1, part('😀', 5, 10), part('\ufffd', 5, 10))).toEqual({ '\ufffd': 1, '😀': 0 });
  });

  test('whole quotas leave nothing to give out', () => {
    expect(places(3, part('a', 2), part('b', 1), part('c', 0))).toEqual({ a: 2, b: 1, c: 0 });
  });

  test('the places sum to their number, and nobody is a place away from the quota', () => {
    const heads = fc.uniqueArray(fc.record({ id: fc.string(), heads: fc.nat(500) }), {
      selector: ({ id }) => id,
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(heads, (directions) => {
        const quotas = directions.map(({ id, heads }) => part(id, heads, 10));
        const count = Math.floor(directions.reduce((sum, { heads }) => sum + heads, 0) / 10 + 0.5);
        const given = allocatePlaces(count, quotas);
        expect(given.reduce((sum, each) => sum + each, 0)).toBe(count);
        given.forEach((each, at) => {
          expect(compare(distance(rational(each), quotas[at]!.weight), rational(1))).toBeLessThan(0);
        });
      }),
    );
  });
});

function distance(a: Rational, b: Rational): Rational {
  return compare(a, b) < 0 ? subtract(b, a) : subtract(a, b);
}
