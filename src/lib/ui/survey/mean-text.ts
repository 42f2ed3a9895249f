import type { OverallMean, QuestionMean } from '#core/disclosure/published-survey.ts';
import type { Change } from '#core/survey/change.ts';
import { formatPoints } from '#lib/locale/format.ts';
import { m } from '#lib/paraglide/messages.js';

/** A mean as it is published, in the language of the page. */
export function meanText(mean: QuestionMean | OverallMean): string {
  switch (mean.kind) {
    case 'exact':
      return formatPoints(mean.hundredths);
    case 'atLeast':
      return m.survey_result_atLeast({ mean: formatPoints(mean.hundredths) });
    case 'atMost':
      return m.survey_result_atMost({ mean: formatPoints(mean.hundredths) });
    case 'between':
      return m.survey_result_between({ from: formatPoints(mean.from), to: formatPoints(mean.to) });
    case 'withheld':
      return m.survey_result_notShown();
  }
}

/** A change with its interval, and in words whether it can be told from chance. */
export function changeText({ change, plusMinus }: Change): string {
  const sign = change > 0 ? '+' : change < 0 ? '−' : '±';
  const shown = `${sign}${formatPoints(Math.abs(change))}`;
  if (plusMinus === null) return shown;
  const certain = Math.abs(change) > plusMinus;
  const words = certain
    ? change > 0
      ? m.survey_result_better()
      : m.survey_result_worse()
    : m.survey_result_unsure();
  return m.survey_result_change({ change: shown, plusMinus: formatPoints(plusMinus), words });
}

/** Why something is not shown. */
export function hiddenText(reason: 'belowThreshold' | 'complementary' | 'tooSimilarToLastYear'): string {
  switch (reason) {
    case 'belowThreshold':
      return m.survey_result_hiddenFew();
    case 'complementary':
      return m.survey_result_hiddenComplementary();
    case 'tooSimilarToLastYear':
      return m.survey_result_hiddenYears();
  }
}
