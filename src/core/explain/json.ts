import { decimalText } from '../quantity/decimal-text.ts';
import { asBigInts, greatestCommonDivisor, type Rational } from '../quantity/rational.ts';
import type { Regulation } from '../regulation/schema.ts';
import type { Explanation } from './explain.ts';
import type { Figure } from './figure.ts';
import { figureName, figureValue } from './text.ts';
import { OPERATIONS } from './words.ts';

/**
 * A figure of an explanation as data: `exact` is a whole number or a fraction, `value` the same to four decimals;
 * `name`, `how` and `shown` are the Italian that people read.
 */
export interface FigureJson {
  readonly rule: string | null;
  readonly name: string;
  readonly how: string;
  readonly shown: string;
  readonly unit: string;
  readonly operation: string;
  readonly decimals?: number;
  readonly value: string;
  readonly exact: string;
  readonly inputs: readonly FigureJson[];
}

export interface ExplanationJson {
  readonly kind: string;
  readonly id: string;
  readonly figures: readonly FigureJson[];
}

export function explanationJson({ kind, id, figures }: Explanation, regulation: Regulation): ExplanationJson {
  return { kind, id, figures: figures.map((figure) => figureJson(figure, regulation)) };
}

/** See {@link FigureJson}. */
export function figureJson(figure: Figure, regulation: Regulation): FigureJson {
  const { rule, unit, operation, decimals, value, inputs } = figure;
  return {
    rule,
    name: figureName(figure, regulation),
    how: inputs.length > 0 ? OPERATIONS[operation] : '',
    shown: figureValue(figure),
    unit,
    operation,
    ...(decimals === null ? {} : { decimals }),
    value: decimalText(value, 4),
    exact: fractionText(value),
    inputs: inputs.map((input) => figureJson(input, regulation)),
  };
}

function fractionText(value: Rational): string {
  const { numerator, denominator } = asBigInts(value);
  const divisor = greatestCommonDivisor(numerator, denominator);
  return denominator === divisor
    ? String(numerator / divisor)
    : `${numerator / divisor}/${denominator / divisor}`;
}
