import {
  add,
  compare,
  divide,
  isZero,
  multiply,
  rational,
  subtract,
  ZERO,
  type Rational,
} from '../quantity/rational.ts';
import { floor, roundHalfUp } from '../quantity/rounding.ts';
import type { RuleId } from '../regulation/rule-id.ts';
import type { Operation, Unit } from './operation.ts';
import type { Label } from './words.ts';

/**
 * A value together with how it came about. The rules compute with figures, so an explanation is not told beside the
 * calculation: it is the calculation.
 */
export interface Figure {
  readonly value: Rational;
  readonly unit: Unit;
  readonly operation: Operation;
  readonly label: Label;
  readonly inputs: readonly Figure[];
  readonly rule: RuleId | null;
  /** What the label is about, where one is not enough: the id or name of a part, an article. */
  readonly about: string | null;
  /** Of `round` and `floor` only. */
  readonly decimals: number | null;
}

const NO_INPUTS: readonly Figure[] = [];

export function given(label: Label, unit: Unit, value: Rational, about: string | null = null): Figure {
  return { value, unit, operation: 'given', label, inputs: NO_INPUTS, rule: null, about, decimals: null };
}

/** A given whole number. */
export function counted(label: Label, unit: Unit, count: number, about: string | null = null): Figure {
  return given(label, unit, rational(count), about);
}

export function parameterFigure(rule: RuleId, label: Label, unit: Unit, value: Rational): Figure {
  return { value, unit, operation: 'parameter', label, inputs: NO_INPUTS, rule, about: null, decimals: null };
}

export function sum(label: Label, unit: Unit, inputs: readonly Figure[]): Figure {
  let value = ZERO;
  for (const input of inputs) value = add(value, input.value);
  return made('sum', label, unit, value, inputs);
}

export function difference(label: Label, unit: Unit, from: Figure, ...less: readonly Figure[]): Figure {
  const value = less.reduce((rest, input) => subtract(rest, input.value), from.value);
  return made('difference', label, unit, value, [from, ...less]);
}

/** How large a figure is, whatever its sign. */
export function size(label: Label, figure: Figure): Figure {
  if (compare(figure.value, ZERO) >= 0) return figure;
  return difference(label, figure.unit, given('fromZero', figure.unit, ZERO), figure);
}

export function product(label: Label, unit: Unit, ...inputs: readonly Figure[]): Figure {
  let value: Rational | null = null;
  for (const input of inputs) value = value === null ? factor(input) : multiply(value, factor(input));
  return made('product', label, unit, value ?? ZERO, inputs);
}

/** `dividend / divisor`; 0 where there is nothing to divide by (core contract, "Output"). */
export function quotient(label: Label, unit: Unit, dividend: Figure, divisor: Figure): Figure {
  const value = isZero(divisor.value) ? ZERO : divide(dividend.value, divisor.value);
  return made('quotient', label, unit, value, [dividend, divisor]);
}

export function least(label: Label, unit: Unit, ...inputs: readonly [Figure, ...Figure[]]): Figure {
  const least = inputs.reduce((best, input) => (compare(input.value, best.value) < 0 ? input : best));
  return made('least', label, unit, least.value, inputs);
}

export function greatest(label: Label, unit: Unit, ...inputs: readonly [Figure, ...Figure[]]): Figure {
  const greatest = inputs.reduce((best, input) => (compare(input.value, best.value) > 0 ? input : best));
  return made('greatest', label, unit, greatest.value, inputs);
}

/** One value of a weighted mean, with its weight. */
export function weighted(label: Label, value: Figure, weight: Figure, about: string | null = null): Figure {
  return {
    ...made('weighted', label, value.unit, multiply(value.value, weight.value), [value, weight]),
    about,
  };
}

/** The mean of {@link weighted} values; 0 of none. */
export function weightedMean(label: Label, unit: Unit, values: readonly Figure[]): Figure {
  let [total, weights] = [ZERO, ZERO];
  for (const { value, inputs } of values) {
    total = add(total, value);
    weights = add(weights, inputs[1]!.value);
  }
  return made('weighted-mean', label, unit, isZero(weights) ? ZERO : divide(total, weights), values);
}

/** Rounded half-up to `decimals`. */
export function rounded(label: Label, decimals: number, input: Figure): Figure {
  const value = roundHalfUp(input.value, decimals);
  return { ...made('round', label, input.unit, value, [input]), decimals };
}

/** Rounded down to `decimals`. */
export function floored(label: Label, decimals: number, input: Figure): Figure {
  const value = floor(input.value, decimals);
  return { ...made('floor', label, input.unit, value, [input]), decimals };
}

/** `outcome`, because of `grounds`: the row of a table that a value falls in, the outcome of a condition. */
export function because(label: Label, grounds: readonly Figure[], outcome: Figure): Figure {
  return made('case', label, outcome.unit, outcome.value, [...grounds, outcome]);
}

/** A part of a pot that was split: the amount is `floor(pot × weight / all weights)` and the cent, if it got one. */
export function share(label: Label, pot: Figure, weight: Figure, weights: Figure, cent: Figure): Figure {
  const exact = isZero(weights.value) ? ZERO : divide(multiply(pot.value, weight.value), weights.value);
  const value = add(floor(exact, 2), cent.value);
  return made('share', label, 'euro', value, [pot, weight, weights, cent]);
}

/** The same figure, under the id of the rule that it is the result of. */
export function under(rule: RuleId, figure: Figure): Figure {
  return { ...figure, rule };
}

/** An item of a sheet: rounded to two decimals when it is awarded (rules.md §0), under its rule. */
export function item(rule: RuleId, exact: Figure): Figure {
  const value = roundHalfUp(exact.value, 2);
  const inputs = [exact];
  return { value, unit: 'points', operation: 'round', label: 'item', inputs, rule, about: null, decimals: 2 };
}

/** What a figure counts for in a product. */
export function factor(figure: Figure): Rational {
  return figure.unit === 'percent' ? multiply(figure.value, PER_CENT) : figure.value;
}

const PER_CENT = rational(1, 100);

function made(
  operation: Operation,
  label: Label,
  unit: Unit,
  value: Rational,
  inputs: readonly Figure[],
): Figure {
  return { value, unit, operation, label, inputs, rule: null, about: null, decimals: null };
}
