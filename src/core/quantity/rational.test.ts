import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  compare,
  divide,
  isZero,
  multiply,
  negate,
  rational,
  subtract,
  sumOf,
  ZERO,
  type Rational,
} from './rational.ts';

/** A fraction in its plainest form: two bigints, never reduced. */
interface Plain {
  readonly n: bigint;
  readonly d: bigint;
}

/** Small numbers, numbers around 2^53 and numbers far beyond it. */
const whole = fc.oneof(
  fc.bigInt({ min: -1000n, max: 1000n }),
  fc.bigInt({ min: 2n ** 53n - 3n, max: 2n ** 53n + 3n }),
  fc.bigInt({ min: -(2n ** 53n) - 3n, max: -(2n ** 53n) + 3n }),
  fc.bigInt({ min: 94906260n, max: 94906270n }),
  fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }),
);
const fraction = fc
  .tuple(
    whole,
    whole.filter((d) => d !== 0n),
  )
  .map(([n, d]): Plain => (d < 0n ? { n: -n, d: -d } : { n, d }));

function hybrid({ n, d }: Plain): Rational {
  return rational(asSafe(n), asSafe(d));
}

/** The core keeps what fits in a safe number as a number. */
function asSafe(value: bigint): number | bigint {
  return Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

function expectSame(found: Rational, { n, d }: Plain): void {
  const numerator = BigInt(found.numerator);
  const denominator = BigInt(found.denominator);
  expect(denominator > 0n).toBe(true);
  expect(numerator * d).toBe(n * denominator);
  for (const part of [found.numerator, found.denominator])
    if (typeof part === 'number') expect(Number.isSafeInteger(part)).toBe(true);
}

describe('an exact fraction is the same as one of two bigints', () => {
  const pair = fc.tuple(fraction, fraction);

  test('added, subtracted and negated', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        expectSame(add(hybrid(a), hybrid(b)), { n: a.n * b.d + b.n * a.d, d: a.d * b.d });
        expectSame(subtract(hybrid(a), hybrid(b)), { n: a.n * b.d - b.n * a.d, d: a.d * b.d });
        expectSame(negate(hybrid(a)), { n: -a.n, d: a.d });
      }),
      { numRuns: 500 },
    );
  });

  test('added to one of the same denominator', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        expectSame(add(hybrid(a), hybrid({ n: b.n, d: a.d })), { n: a.n + b.n, d: a.d });
      }),
    );
  });

  test('multiplied', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        expectSame(multiply(hybrid(a), hybrid(b)), { n: a.n * b.n, d: a.d * b.d });
      }),
      { numRuns: 500 },
    );
  });

  test('divided, the sign always in the numerator', () => {
    fc.assert(
      fc.property(
        pair.filter(([, b]) => b.n !== 0n),
        ([a, b]) => {
          const [n, d] = [a.n * b.d, a.d * b.n];
          expectSame(divide(hybrid(a), hybrid(b)), d < 0n ? { n: -n, d: -d } : { n, d });
        },
      ),
      { numRuns: 500 },
    );
  });

  test('compared', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const expected = a.n * b.d - b.n * a.d;
        expect(Math.sign(compare(hybrid(a), hybrid(b)))).toBe(expected < 0n ? -1 : expected > 0n ? 1 : 0);
        expect(compare(hybrid(a), hybrid(a))).toBe(0);
        expect(isZero(hybrid(a))).toBe(a.n === 0n);
      }),
      { numRuns: 500 },
    );
  });

  test('summed, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(fraction, { maxLength: 8 }), (terms) => {
        const plain = terms.reduce(
          (sum, term) => ({ n: sum.n * term.d + term.n * sum.d, d: sum.d * term.d }),
          {
            n: 0n,
            d: 1n,
          },
        );
        expectSame(sumOf(terms.map(hybrid)), plain);
        expectSame(sumOf(terms.map(hybrid).reverse()), plain);
      }),
    );
  });
});

test('numbers whose product passes 2^53 stay exact', () => {
  expectSame(multiply(rational(94906267), rational(94906267)), { n: 94906267n ** 2n, d: 1n });
  expectSame(add(rational(Number.MAX_SAFE_INTEGER), rational(1)), { n: 2n ** 53n, d: 1n });
  expect(compare(rational(2n ** 53n), rational(2n ** 53n + 1n))).toBeLessThan(0);
  expect(
    compare(rational(1, Number.MAX_SAFE_INTEGER), rational(1, Number.MAX_SAFE_INTEGER - 1)),
  ).toBeLessThan(0);
});

test('three thirds are one, ten tenths are one', () => {
  expect(compare(sumOf([rational(1, 3), rational(1, 3), rational(1, 3)]), rational(1))).toBe(0);
  expect(compare(sumOf(Array.from({ length: 10 }, () => rational(1, 10))), rational(1))).toBe(0);
});

test('a fraction cannot be made of what is no whole number, nor over 0', () => {
  for (const number of [0.5, NaN, Infinity, 2 ** 53]) expect(() => rational(number)).toThrow(RangeError);
  expect(() => rational(1, 0)).toThrow(RangeError);
  expect(() => rational(1n, 0n)).toThrow(RangeError);
  expect(() => divide(rational(1), ZERO)).toThrow(RangeError);
});

test('a negative denominator moves its sign up', () => {
  expectSame(rational(3, -4), { n: -3n, d: 4n });
  expectSame(rational(-3n, -4n), { n: 3n, d: 4n });
});
