import type { Regulation } from '../regulation/schema.ts';
import { bySize, hidingOf } from './hidden-directions.ts';
import { limitsOf, type Limits } from './limits.ts';
import type {
  Distribution,
  HiddenReason,
  OverallMean,
  PublishedCounts,
  PublishedDirection,
  PublishedEntity,
  PublishedQuestion,
  PublishedResult,
  PublishedSurvey,
  WithoutAnswers,
} from './published-survey.ts';
import { columnOf } from './question-column.ts';
import { above, hundredths, meanHundredths, wholeQuotient, type MeanState } from './question-mean.ts';
import { pooled, total, type Answers, type SurveyCounts } from './survey-counts.ts';
import type { LastYear } from './years.ts';

/**
 * What may be published of a closed survey (`SUR-3`, `SUR-4`), such that neither a hidden direction nor a single answer
 * follows from it: docs/disclosure.md says what it is held against. The same counts always give the same publication.
 *
 * @param last what was published of the last campaign with the same questions, null if there was none
 */
export function publish(
  survey: SurveyCounts,
  regulation: Regulation,
  last: LastYear | null,
): PublishedSurvey {
  const limits = limitsOf(regulation);
  const hiding = hidingOf(survey, limits, last);
  const answers = limits.highest - limits.lowest + 1;
  const entity = pooled(survey.directions, limits.questions, answers);
  const shown = survey.directions
    .filter(({ id, responses }) => responses > 0 && !hiding.directions.has(id))
    .sort(bySize);
  const hidden = survey.directions.filter(({ id }) => hiding.directions.has(id));
  const columns = entity.questions.map((_, question) =>
    columnOf(
      shown.map(({ id, questions }) => ({ id, answers: questions[question]! })),
      hidden.map(({ questions }) => questions[question]!),
      limits,
    ),
  );
  return {
    entity: entityOf(
      entity,
      hiding.entity,
      columns.map((column) => column.entity),
      limits,
    ),
    directions: survey.directions.map((direction): PublishedDirection => {
      const { id } = direction;
      const reason = hiding.directions.get(id);
      if (reason !== undefined) return { id, state: 'hidden', reason };
      if (direction.responses === 0) return { id, ...withoutAnswers(direction.invited) };
      const states = columns.map((column) => column.shown.get(id)!);
      return { id, state: 'shown', ...resultOf(direction, states, limits) };
    }),
  };
}

interface Group {
  readonly invited: number;
  readonly responses: number;
  readonly questions: readonly Answers[];
}

function entityOf(
  entity: Group,
  hidden: HiddenReason | null,
  states: readonly MeanState[],
  limits: Limits,
): PublishedEntity {
  if (entity.responses === 0) return withoutAnswers(entity.invited);
  if (hidden !== null) return { state: 'hidden', reason: hidden, ...countsOf(entity) };
  return { state: 'shown', ...resultOf(entity, states, limits) };
}

function withoutAnswers(invited: number): WithoutAnswers {
  return invited === 0 ? { state: 'nobodyInvited' } : { state: 'noAnswers', invited };
}

function countsOf({ invited, responses }: Group): PublishedCounts {
  return { invited, responses, participation: hundredths(100 * responses, invited) };
}

function resultOf(group: Group, states: readonly MeanState[], limits: Limits): PublishedResult {
  const questions = group.questions.map((answers, at) => questionOf(answers, states[at]!, limits));
  return { ...countsOf(group), questions, overall: overallOf(group, questions, limits) };
}

function questionOf(answers: Answers, state: MeanState, limits: Limits): PublishedQuestion {
  return {
    mean:
      state === 'withheld'
        ? { kind: 'withheld', reason: 'complementary' }
        : { kind: state, hundredths: meanHundredths(answers, state, limits) },
    distribution: distributionOf(answers, state, limits),
  };
}

/** A distribution tells the mean exactly, so it is shown only where that is. */
function distributionOf(answers: Answers, state: MeanState, { distributionFrom }: Limits): Distribution {
  if (total(answers) < distributionFrom) return { kind: 'withheld', reason: 'fewResponses' };
  if (state === 'exact') return { kind: 'counts', counts: answers };
  return { kind: 'withheld', reason: state === 'withheld' ? 'complementary' : 'alike' };
}

/**
 * The mean over all answers; where that of a question is not exact, only what follows from those that are published, or
 * it would tell the one that is missing.
 */
function overallOf(
  { responses, questions: answers }: Group,
  questions: readonly PublishedQuestion[],
  { lowest, highest }: Limits,
): OverallMean {
  if (questions.every(({ mean }) => mean.kind === 'exact')) {
    const points = answers.reduce((sum, given) => sum + above(given), 0);
    const given = responses * questions.length;
    return { kind: 'exact', hundredths: hundredths(points + lowest * given, given) };
  }
  let from = 0;
  let to = 0;
  for (const { mean } of questions) {
    from += mean.kind === 'withheld' || mean.kind === 'atMost' ? 200 * lowest : 2 * mean.hundredths - 1;
    to += mean.kind === 'withheld' || mean.kind === 'atLeast' ? 200 * highest : 2 * mean.hundredths + 1;
  }
  const halves = 2 * questions.length;
  return { kind: 'between', from: wholeQuotient(from, halves), to: -wholeQuotient(-to, halves) };
}
