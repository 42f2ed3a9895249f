import { figureJson, type FigureJson } from '#core/explain/json.ts';
import { withoutResponses } from '#core/explain/without-responses.ts';
import { publishedValue } from '#core/explain/text.ts';
import { LABELS } from '#core/explain/words.ts';
import type { Figure } from '#core/explain/figure.ts';
import type { RuleId } from '#core/regulation/rule-id.ts';
import type { Regulation } from '#core/regulation/schema.ts';
import type { Locale } from '#lib/locale/locale.ts';

/** A figure on a page: what it is called, the value as it is read, and why. */
export interface ExplainedFigure {
  readonly title: string;
  readonly shown: string;
  readonly why: FigureJson;
}

/** A figure under the title of the rule that it is the result of. */
export interface ExplainedRule extends ExplainedFigure {
  readonly rule: RuleId;
}

/** A figure under its own name. */
export function explainedFigure(figure: Figure, regulation: Regulation, locale: Locale): ExplainedFigure {
  return {
    title: capitalised(LABELS[figure.label][locale]),
    shown: publishedValue(figure, locale),
    why: figureJson(withoutResponses(figure), regulation, locale),
  };
}

export function explainedRule(
  rule: RuleId,
  figure: Figure,
  regulation: Regulation,
  locale: Locale,
): ExplainedRule {
  const title = regulation.rules[rule].title[locale];
  return { ...explainedFigure(figure, regulation, locale), rule, title };
}

/** The items or penalties of a sheet, in its order. */
export function explainedRules(
  figures: Readonly<Partial<Record<RuleId, Figure>>>,
  regulation: Regulation,
  locale: Locale,
): ExplainedRule[] {
  const entries = Object.entries(figures) as [RuleId, Figure][];
  return entries.map(([rule, figure]) => explainedRule(rule, figure, regulation, locale));
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
