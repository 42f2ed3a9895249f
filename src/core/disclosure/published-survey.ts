/** What may be read by everybody: plain data, in whole numbers and hundredths. */
export interface PublishedSurvey {
  readonly entity: PublishedEntity;
  /** In code-point order of their ids. */
  readonly directions: readonly PublishedDirection[];
}

/** The entity's counts are never hidden: the public board tells them anyway. */
export type PublishedEntity =
  | ({ readonly state: 'shown' } & PublishedResult)
  | ({ readonly state: 'hidden'; readonly reason: HiddenReason } & PublishedCounts)
  | WithoutAnswers;

export type PublishedDirection = { readonly id: string } & (
  ({ readonly state: 'shown' } & PublishedResult) | Hidden | WithoutAnswers
);

/** Not even the counts: those of the others would tell the number of responses. */
export interface Hidden {
  readonly state: 'hidden';
  readonly reason: HiddenReason;
}

/**
 * - `belowThreshold`: fewer responses than the threshold, or fewer people;
 * - `complementary`: could be shown, but another hidden direction would follow from it;
 * - `tooSimilarToLastYear`: the difference of two years would tell the answers of a few.
 */
export type HiddenReason = 'belowThreshold' | 'complementary' | 'tooSimilarToLastYear';

/** Nothing is hidden here: there is nothing. */
export type WithoutAnswers =
  { readonly state: 'noAnswers'; readonly invited: number } | { readonly state: 'nobodyInvited' };

export interface PublishedCounts {
  readonly invited: number;
  readonly responses: number;
  /** Hundredths of a percent. */
  readonly participation: number;
}

export interface PublishedResult extends PublishedCounts {
  readonly questions: readonly PublishedQuestion[];
  readonly overall: OverallMean;
}

export interface PublishedQuestion {
  readonly mean: QuestionMean;
  readonly distribution: Distribution;
}

/**
 * In hundredths. `atLeast` and `atMost` stand for extreme means, which would tell nearly every single answer; `withheld`
 * where nearly all gave the same answer, or where that of another direction would follow. Which of the two, is not told.
 */
export type QuestionMean =
  | { readonly kind: 'exact' | 'atLeast' | 'atMost'; readonly hundredths: number }
  | { readonly kind: 'withheld'; readonly reason: 'complementary' };

/** In hundredths. `between` says nothing that the means of the questions do not say. */
export type OverallMean =
  | { readonly kind: 'exact'; readonly hundredths: number }
  | { readonly kind: 'between'; readonly from: number; readonly to: number };

export type Distribution =
  | { readonly kind: 'counts'; readonly counts: readonly number[] }
  | { readonly kind: 'withheld'; readonly reason: DistributionReason };

/**
 * - `fewResponses`: fewer than a distribution is shown of;
 * - `alike`: the mean is given as a bound;
 * - `complementary`: the mean is withheld.
 */
export type DistributionReason = 'fewResponses' | 'alike' | 'complementary';
