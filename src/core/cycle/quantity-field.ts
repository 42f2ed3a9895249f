import * as z from 'zod';
import { compare, rational, type Rational } from '../quantity/rational.ts';
import { exactly, plainDecimal, writtenDecimals, type Written } from '../quantity/written.ts';
import type { FaultKind } from './fault.ts';

/** What a quantity may be. Limits are plain decimals: they are printed as they stand in faults and in the JSON Schema. */
export interface Limits {
  readonly least: string;
  readonly most?: string;
  /** More than `least`, not equal to it. */
  readonly exclusive?: boolean;
  readonly whole?: boolean;
  readonly decimals?: number;
}

/**
 * A field that holds a quantity (see {@link Written}). It is checked and left as it is written: the rules read its
 * exact value, and a million sheets need not be copied to be checked.
 */
export function quantityField<Kind extends string>(limits: Limits) {
  const wrong = checker(limits);
  return z
    .any()
    .check((context) => {
      const fault = wrong(context.value);
      if (fault) context.issues.push({ code: 'custom', input: context.value, params: fault });
    })
    .meta(quantitySchema(limits)) as unknown as z.ZodType<Written<Kind>>;
}

/**
 * A list of `count` quantities, checked in one go: there are millions of answers. `count` null: any number.
 */
export function quantityListField<Kind extends string>(count: number, limits: Limits) {
  const wrong = checker(limits);
  return z
    .any()
    .check((context) => {
      const list: unknown = context.value;
      const push = (fault: FaultKind, at?: number) =>
        context.issues.push({
          code: 'custom',
          input: list,
          params: fault,
          ...(at === undefined ? {} : { path: [at] }),
        });
      if (list === undefined) return void push({ kind: 'missing' });
      if (!Array.isArray(list)) return void push({ kind: 'wrong-type', expected: 'list' });
      if (list.length !== count) push({ kind: 'wrong-count', expected: count });
      for (let at = 0; at < list.length; at++) {
        const fault = wrong(list[at]);
        if (fault) push(fault, at);
      }
    })
    .meta({
      type: 'array',
      items: quantitySchema(limits),
      minItems: count,
      maxItems: count,
    }) as unknown as z.ZodType<readonly Written<Kind>[]>;
}

/** Quantities by id. Any id will do: zod's own record passes over one that is called `__proto__`. */
export function quantityRecordField<Kind extends string>(limits: Limits) {
  const wrong = checker(limits);
  return z
    .any()
    .check((context) => {
      const record: unknown = context.value;
      const push = (fault: FaultKind, path: string[] = []) =>
        context.issues.push({ code: 'custom', input: record, params: fault, path });
      if (record === undefined) return void push({ kind: 'missing' });
      if (typeof record !== 'object' || record === null || Array.isArray(record))
        return void push({ kind: 'wrong-type', expected: 'object' });
      for (const [id, value] of Object.entries(record)) {
        const fault = wrong(value);
        if (fault) push(fault, [id]);
      }
    })
    .meta({ type: 'object', additionalProperties: quantitySchema(limits) }) as unknown as z.ZodType<
    Readonly<Record<string, Written<Kind>>>
  >;
}

/** The number of a whole quantity that has been checked. */
export function wholeNumber(quantity: Written<string>): number {
  return typeof quantity === 'number' ? quantity : Number(quantity);
}

/** What is wrong with a value, or null. */
export function checker(limits: Limits): (value: unknown) => FaultKind | null {
  const least = exactly(limits.least);
  const most = limits.most === undefined ? null : exactly(limits.most);
  const [leastNumber, mostNumber] = [Number(limits.least), most === null ? Infinity : Number(limits.most)];
  const exclusive = limits.exclusive ?? false;
  const outOfRange: FaultKind = {
    kind: 'out-of-range',
    least: limits.least,
    most: limits.most ?? null,
    exclusive,
  };
  const decimals = limits.decimals ?? Infinity;

  const inRange = (value: Rational) => {
    const toLeast = compare(value, least);
    return (exclusive ? toLeast > 0 : toLeast >= 0) && (most === null || compare(value, most) <= 0);
  };
  return (value) => {
    if (typeof value === 'number' && Number.isSafeInteger(value) && !Object.is(value, -0)) {
      const fits = (exclusive ? value > leastNumber : value >= leastNumber) && value <= mostNumber;
      return fits ? null : outOfRange;
    }
    if (value === undefined) return { kind: 'missing' };
    const exact = exactValue(value);
    if (exact === null) return { kind: 'not-a-quantity' };
    if (!inRange(exact)) return outOfRange;
    if (limits.whole && BigInt(exact.numerator) % BigInt(exact.denominator) !== 0n)
      return { kind: 'not-whole' };
    if (decimals < Infinity && writtenDecimals(value as string | number) > decimals)
      return { kind: 'too-many-decimals', most: decimals };
    return null;
  };
}

/** The exact value of a quantity; null of what is none. A negative number is told apart by its range. */
function exactValue(value: unknown): Rational | null {
  if (typeof value === 'string') return plainDecimal(value);
  if (typeof value !== 'number' || !Number.isFinite(value) || Object.is(value, -0)) return null;
  return value < 0 ? rational(-1) : exactly(value);
}

/** The JSON Schema of a quantity: what a schema can say of it. */
function quantitySchema({ least, most, exclusive, whole, decimals }: Limits) {
  const fraction = whole
    ? '(\\.0+)?'
    : decimals === undefined
      ? '(\\.[0-9]+)?'
      : `(\\.[0-9]{1,${decimals}})?`;
  return {
    anyOf: [
      {
        type: whole ? ('integer' as const) : ('number' as const),
        [exclusive ? 'exclusiveMinimum' : 'minimum']: Number(least),
        ...(most === undefined ? {} : { maximum: Number(most) }),
      },
      { type: 'string' as const, pattern: `^[0-9]+${fraction}$` },
    ],
  };
}
