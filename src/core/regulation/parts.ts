import * as z from 'zod';
import type { Unit } from '../explain/operation.ts';
import { compare, rational, ZERO, type Rational } from '../quantity/rational.ts';
import { roundHalfUp } from '../quantity/rounding.ts';
import { plainDecimal } from '../quantity/written.ts';

/** A number of the regulation: its exact value and what it counts. */
export interface RegulationNumber {
  readonly value: Rational;
  readonly unit: Unit;
  /** As it stands in the document, in plain decimal notation. */
  readonly written: string;
}

const text = z.string().min(1);
const isoDate = z.iso.date();

/** A text that people read, in the two languages of the portal. */
export const bilingual = z.strictObject({ it: text, en: text });

/** A number written as a plain decimal in a string, such as `"2.5"`; no rule needs one over a thousand million. */
export function number(unit: Unit) {
  return z.string().transform((written, context): RegulationNumber => {
    const value = plainDecimal(written);
    if (value === null) context.addIssue('not in plain decimal notation');
    else if (compare(value, LARGEST) > 0) context.addIssue('too large');
    return { value: value ?? ZERO, unit, written };
  });
}

/** A whole number from `least` to `most`, such as `"4"`. */
export function whole(unit: Unit, least: number, most: number) {
  return z.string().transform((written, context): RegulationNumber => {
    const value = wholeValue(plainDecimal(written));
    if (value !== null && value >= least && value <= most) return { value: rational(value), unit, written };
    context.addIssue(`not a whole number from ${least} to ${most}`);
    return { value: rational(least), unit, written };
  });
}

/** A percentage, 0–100. */
export function percentage() {
  return number('percent').refine(
    ({ value }) => value.numerator <= 100n * BigInt(value.denominator),
    'over 100',
  );
}

/**
 * A parameter with the citation of its source and the period it holds for (`to` null: until further notice).
 * A parameter with a `reading` stands where the source is silent, ambiguous or contradicts itself (rules.md).
 */
export function parameter<Value extends z.ZodType>(value: Value) {
  return z
    .strictObject({
      value,
      citation: text,
      from: isoDate,
      to: isoDate.nullable(),
      reading: bilingual.optional(),
    })
    .refine(({ from, to }) => to === null || from <= to, 'the period ends before it begins');
}

/** A rule: what it is called, where it stands, and the parameters it needs. */
export function rule<Parameters extends z.core.$ZodLooseShape>(parameters: Parameters) {
  return z.strictObject({ title: bilingual, citation: text, parameters: z.strictObject(parameters) });
}

function wholeValue(value: Rational | null): number | null {
  if (value === null) return null;
  const { numerator, denominator } = roundHalfUp(value, 0);
  return compare({ numerator, denominator }, value) === 0 ? Number(numerator) : null;
}

const LARGEST = rational(1_000_000_000);
