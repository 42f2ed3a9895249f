import type { RegulationNumber } from '../regulation/parts.ts';
import type { Regulation } from '../regulation/schema.ts';

/** What the regulation says on what may be published of few people (`SUR-1`, `SUR-3`, `SUR-4`), as plain numbers. */
export interface Limits {
  /** The lowest and the highest answer. */
  readonly lowest: number;
  readonly highest: number;
  readonly questions: number;
  /** The fewest responses that are shown. */
  readonly threshold: number;
  /** The fewest responses whose distribution is shown. */
  readonly distributionFrom: number;
  /** How many responses the attacker knows beforehand: 1, the own. */
  readonly knownAnswers: number;
}

export function limitsOf({ rules }: Regulation): Limits {
  const points = rules['SUR-1'].parameters.scale.value.map((answer) => answer.points);
  const { knownAnswers, distributionFrom } = rules['SUR-4'].parameters;
  return {
    lowest: Math.min(...points),
    highest: Math.max(...points),
    questions: rules['SUR-1'].parameters.statements.value.length,
    threshold: wholeOf(rules['SUR-3'].parameters.threshold),
    distributionFrom: wholeOf(distributionFrom),
    knownAnswers: wholeOf(knownAnswers),
  };
}

/** A parameter that the regulation's schema holds to be a whole number. */
export function wholeOf({ value }: { readonly value: RegulationNumber }): number {
  return Number(value.value.numerator);
}
