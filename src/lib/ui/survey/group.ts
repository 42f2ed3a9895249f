import type {
  Distribution,
  HiddenReason,
  OverallMean,
  QuestionMean,
} from '#core/disclosure/published-survey.ts';
import type { Change } from '#core/survey/change.ts';

export interface Question {
  readonly statement: string;
  readonly mean: QuestionMean;
  readonly distribution: Distribution;
  readonly change: Change | null;
}

export interface ShownGroup {
  readonly state: 'shown';
  readonly invited: number;
  readonly responses: number;
  /** Hundredths of a percent. */
  readonly participation: number;
  readonly overall: OverallMean;
  readonly questions: readonly Question[];
}

/** The published result of a direction, or of the entity. */
export type Group =
  | ShownGroup
  | { readonly state: 'hidden'; readonly reason: HiddenReason }
  | { readonly state: 'noAnswers' | 'nobodyInvited' };
