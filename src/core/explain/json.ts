import { decimalText } from '../quantity/decimal-text.ts';
import { asBigInts, greatestCommonDivisor, type Rational } from '../quantity/rational.ts';
import type { Regulation } from '../regulation/schema.ts';
import type { Explanation } from './explain.ts';
import type { Figure } from './figure.ts';
import type { Language } from './language.ts';
import { figureHow, figureName, figureValue } from './text.ts';

/**
 * A figure of an explanation as data: `exact` is a whole number or a fraction, `value` the same to four decimals;
 * `name`, `how` and `shown` are what people read, in the language asked for.
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

export function explanationJson(
  { kind, id, figures }: Explanation,
  regulation: Regulation,
  language: Language,
): ExplanationJson {
  return { kind, id, figures: figures.map((figure) => figureJson(figure, regulation, language)) };
}

/** See {@link FigureJson}. */
export function figureJson(figure: Figure, regulation: Regulation, language: Language): FigureJson {
  const { rule, unit, operation, decimals, value, inputs } = figure;
  return {
    rule,
    name: figureName(figure, regulation, language),
    how: figureHow(figure, language),
    shown: figureValue(figure, language),
    unit,
    operation,
    ...(decimals === null ? {} : { decimals }),
    value: decimalText(value, 4),
    exact: fractionText(value),
    inputs: inputs.map((input) => figureJson(input, regulation, language)),
  };
}

function fractionText(value: Rational): string {
  const { numerator, denominator } = asBigInts(value);
  const divisor = greatestCommonDivisor(numerator, denominator);
  return denominator === divisor
    ? String(numerator / divisor)
    : `${numerator / divisor}/${denominator / divisor}`;
}
