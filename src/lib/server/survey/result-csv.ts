import type { OverallMean, QuestionMean } from '#core/disclosure/published-survey.ts';
import { m } from '#lib/paraglide/messages.js';
import { csv } from '../http/csv.ts';
import type { GroupView, ResultView } from './result-view.ts';

/** The published result as a table for a spreadsheet, with decimal commas, as Italian ones read them. */
export function resultCsv({ entity, directions, statements }: ResultView): string {
  const groups = [{ name: m.survey_result_entity(), group: entity }, ...directions];
  const heading = [
    m.survey_result_direction(),
    m.survey_result_invited(),
    m.survey_result_responses(),
    m.survey_result_participation(),
    m.survey_result_mean(),
    ...statements,
  ];
  const rows = groups.map(({ name, group }) => [name, ...cells(group, statements.length)]);
  return csv([heading, ...rows]);
}

function cells(group: GroupView, questions: number): string[] {
  if (group.state !== 'shown')
    return ['', '', '', ...Array<string>(questions + 1).fill(m.survey_result_notShown())];
  const { invited, responses, participation, overall, questions: means } = group;
  return [
    String(invited),
    String(responses),
    decimal(participation),
    overallText(overall),
    ...means.map(({ mean }) => meanText(mean)),
  ];
}

function meanText(mean: QuestionMean): string {
  switch (mean.kind) {
    case 'exact':
      return decimal(mean.hundredths);
    case 'atLeast':
      return m.survey_result_atLeast({ mean: decimal(mean.hundredths) });
    case 'atMost':
      return m.survey_result_atMost({ mean: decimal(mean.hundredths) });
    case 'withheld':
      return m.survey_result_notShown();
  }
}

function overallText(mean: OverallMean): string {
  return mean.kind === 'exact'
    ? decimal(mean.hundredths)
    : m.survey_result_between({ from: decimal(mean.from), to: decimal(mean.to) });
}

function decimal(hundredths: number): string {
  return `${String(Math.trunc(hundredths / 100))},${String(hundredths % 100).padStart(2, '0')}`;
}
