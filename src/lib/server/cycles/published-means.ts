import { wholeNumber } from '#core/cycle/quantity-field.ts';
import { publish } from '#core/disclosure/publish.ts';
import { countSurvey } from '#core/disclosure/survey-counts.ts';
import type { ComputedCycle } from './service.ts';

/** The survey's mean of each direction that may be shown beside the entity's (`SUR-3`, `SUR-4`), in hundredths. */
export function publishedMeans({ input, cycle }: ComputedCycle): ReadonlyMap<string, number> {
  const { survey } = input;
  if (!survey) return new Map();
  const invited = new Map(Object.entries(survey.invited));
  const counts = countSurvey(
    input.directions.map(({ id }) => {
      const count = invited.get(id);
      return { id, invited: count === undefined ? 0 : wholeNumber(count) };
    }),
    survey.responses.map(({ direction, answers }) => ({ direction, answers: answers.map(wholeNumber) })),
    cycle.regulation,
  );
  return new Map(
    publish(counts, cycle.regulation, null).directions.flatMap((direction) =>
      direction.state === 'shown' && direction.overall.kind === 'exact'
        ? [[direction.id, direction.overall.hundredths] as const]
        : [],
    ),
  );
}
