import { given, type Figure } from '#core/explain/figure.ts';
import { numberText } from '#core/explain/number-text.ts';
import { publishedValue } from '#core/explain/text.ts';
import { euros } from '#core/quantity/money.ts';
import { rational } from '#core/quantity/rational.ts';
import { exactly } from '#core/quantity/written.ts';
import type { Fund } from '#core/compute.ts';
import type { Bilingual } from '#core/explain/language.ts';
import type { Locale } from '#lib/locale/locale.ts';
import { m } from '#lib/paraglide/messages.js';
import { explainedFigure, explainedRule } from './explained-figure.ts';
import type { ComputedCycle } from './service.ts';
import { publishedMeans } from './published-means.ts';
import { warningRows } from './warning-rows.ts';

/** The results of a year on one page, nothing of a single person. */
export function overview(computed: ComputedCycle, locale: Locale) {
  const { cycle, input } = computed;
  const { pot, funds, regulation } = cycle;
  const published = publishedMeans(computed);
  return {
    year: cycle.year,
    regulation: regulation.title,
    gate: cycle.entity.gate,
    entity: entityFigures(computed, locale),
    survey: surveyFigures(computed, locale),
    directions: input.directions.map(({ id, name }) =>
      directionRow(id, name, published.get(id) ?? null, computed, locale),
    ),
    employees: [
      pot.meanPerHead,
      pot.upliftValue,
      pot.upliftCount,
      pot.upliftPot,
      pot.basePot,
      pot.meanBase,
      pot.meanWithUplift,
    ].map((figure) => explainedFigure(figure, regulation, locale)),
    funds: [
      fundRow(m.cycles_staff_executives({}, { locale }), funds.executives, locale),
      fundRow(m.cycles_staff_eqHolders({}, { locale }), funds.eqHolders, locale),
      fundRow(m.cycles_staff_employees({}, { locale }), funds.employees, locale),
    ],
    projects: projectRows(computed, locale),
    warnings: warningRows(computed, locale),
    openDecisions: cycle.openDecisions.length,
    readings: readingRows(computed, locale),
  };
}

function entityFigures({ cycle }: ComputedCycle, locale: Locale) {
  const { entity, regulation, silos } = cycle;
  return [
    explainedRule('ENT-A', entity.qualityOfLife, regulation, locale),
    explainedRule('ENT-B', entity.residualCollection, regulation, locale),
    explainedRule('ENT', entity.total, regulation, locale),
    ...silos.map(({ name, achievement }) => ({
      ...explainedFigure(achievement, regulation, locale),
      title: m.cycles_silo({ name }, { locale }),
    })),
  ];
}

function surveyFigures({ cycle }: ComputedCycle, locale: Locale) {
  const { regulation } = cycle;
  const { participation, means } = cycle.survey.overall;
  return {
    participation: participation && explainedFigure(participation, regulation, locale),
    questions: regulation.rules['SUR-1'].parameters.statements.value.map((statement, at) => ({
      statement: statement[locale],
      mean: means && publishedValue(means.questions[at]!, locale),
    })),
    mean: means && explainedFigure(means.overall, regulation, locale),
  };
}

function directionRow(
  id: string,
  name: string,
  surveyMean: number | null,
  { cycle }: ComputedCycle,
  locale: Locale,
) {
  const sheet = cycle.sheets.get(id)!;
  const { budget, heads } = cycle.premiums.byDirection.get(id)!;
  const points = ({ value }: Figure) => numberText(value, locale, 2);
  return {
    id,
    name,
    total: points(sheet.total),
    /** For the bar beside it, 0–100. */
    share: Math.round(Number(sheet.total.value.numerator) / Number(sheet.total.value.denominator)),
    penalty: points(sheet.penalties['PEN-D']),
    motivation: surveyMean === null ? null : numberText(rational(surveyMean, 100), locale, 2),
    heads,
    budget: publishedValue(budget, locale),
  };
}

function fundRow(name: string, { available, paid, economies }: Fund, locale: Locale) {
  return {
    name,
    available: publishedValue(available, locale),
    paid: publishedValue(paid, locale),
    economies: publishedValue(economies, locale),
  };
}

function projectRows({ cycle }: ComputedCycle, locale: Locale) {
  const euroText = (amount: Figure['value']) => publishedValue(given('paid', 'euro', amount), locale);
  return cycle.projects.list.map(({ project, largest, smallest }) => ({
    name: project.name,
    ownFunding: project.funding === 'own',
    planned: euroText(exactly(project.planned)),
    reported: euroText(exactly(project.reported)),
    beneficiaries: project.beneficiaries.length,
    largest: largest === null ? null : euroText(euros(largest)),
    smallest: smallest === null ? null : euroText(euros(smallest)),
  }));
}

/** The readings that the year depended on, each rule with what the regulation says where its source does not. */
function readingRows({ cycle: { readings, regulation } }: ComputedCycle, locale: Locale) {
  return readings.map((rule) => ({
    rule,
    title: regulation.rules[rule].title[locale],
    texts: Object.values<{ reading?: Bilingual | undefined }>(regulation.rules[rule].parameters).flatMap(
      ({ reading }) => (reading ? [reading[locale]] : []),
    ),
  }));
}
