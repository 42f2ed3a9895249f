import { wholeNumber } from '#core/cycle/quantity-field.ts';
import { publish } from '#core/disclosure/publish.ts';
import type { PublishedSurvey } from '#core/disclosure/published-survey.ts';
import { countSurvey } from '#core/disclosure/survey-counts.ts';
import type { ComputedCycle } from './service.ts';

/** What may be shown of the survey of a year (`SUR-3`, `SUR-4`); null: there was none. */
export function publishedSurvey({ input, cycle }: ComputedCycle): PublishedSurvey | null {
  const { survey } = input;
  if (!survey) return null;
  const invited = new Map(Object.entries(survey.invited));
  const counts = countSurvey(
    input.directions.map(({ id }) => {
      const count = invited.get(id);
      return { id, invited: count === undefined ? 0 : wholeNumber(count) };
    }),
    survey.responses.map(({ direction, answers }) => ({ direction, answers: answers.map(wholeNumber) })),
    cycle.regulation,
  );
  return publish(counts, cycle.regulation, null);
}

/** The survey's mean of each direction that may be shown beside the entity's, in hundredths. */
export function publishedMeans(computed: ComputedCycle): ReadonlyMap<string, number> {
  return new Map(
    (publishedSurvey(computed)?.directions ?? []).flatMap((direction) =>
      direction.state === 'shown' && direction.overall.kind === 'exact'
        ? [[direction.id, direction.overall.hundredths] as const]
        : [],
    ),
  );
}
