import { expect, test } from 'vitest';
import { decimalText } from './decimal-text.ts';
import { euros, roundToCents, totalCents, wholeCents } from './money.ts';
import { rational } from './rational.ts';

test('half a cent rounds up to the cent', () => {
  expect(roundToCents(rational(7911365, 1000))).toBe(791137n);
});

test('an amount with a fraction of a cent is not whole cents', () => {
  expect(wholeCents(rational(1234, 100))).toBe(1234n);
  expect(wholeCents(rational(5, 2))).toBe(250n);
  expect(wholeCents(rational(10n ** 20n))).toBe(10n ** 22n);
  expect(() => wholeCents(rational(1, 3))).toThrow(RangeError);
  expect(() => wholeCents(rational(12345, 1000))).toThrow(RangeError);
});

test('cents add up to euros', () => {
  const total = totalCents([wholeCents(rational(1, 10)), wholeCents(rational(2, 10))]);
  expect(decimalText(euros(total))).toBe('0.30');
  expect(totalCents([])).toBe(0n);
});
