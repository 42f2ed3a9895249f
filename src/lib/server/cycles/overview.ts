import { WARNING_TEXT } from '#core/cycle/warning-text.ts';
import { figureJson, type FigureJson } from '#core/explain/json.ts';
import { publishedValue } from '#core/explain/text.ts';
import { given, type Figure } from '#core/explain/figure.ts';
import { italianNumber } from '#core/explain/italian-number.ts';
import { euros } from '#core/quantity/money.ts';
import { exactly } from '#core/quantity/written.ts';
import type { Regulation } from '#core/regulation/schema.ts';
import type { Penalty, SheetItem } from '#core/rules/executive-sheet.ts';
import type { ComputedCycle } from './service.ts';

/** A figure on a page: the rule's or figure's name, the value as it is read, and why. */
export interface ExplainedFigure {
  readonly title: string;
  readonly shown: string;
  readonly why: FigureJson;
}

/** The results of a year on one page, nothing of a single employee. */
export function overview({ input, cycle }: ComputedCycle) {
  const { entity, survey, pot, funds, regulation } = cycle;
  const explained = (title: string, figure: Figure) => explainedFigure(title, figure, regulation);
  return {
    year: cycle.year,
    regulation: regulation.title,
    gate: entity.gate,
    entity: [
      ...[entity.qualityOfLife, entity.residualCollection, entity.total].map((figure) =>
        explained(regulation.rules[figure.rule!].title.it, figure),
      ),
      ...cycle.silos.map(({ name, achievement }) => explained(`Silo ${name}`, achievement)),
    ],
    survey: {
      participation:
        survey.overall.participation && explained('Partecipazione', survey.overall.participation),
      questions: regulation.rules['SUR-1'].parameters.statements.value.map(({ it }, at) => ({
        statement: it,
        mean: survey.overall.means ? publishedValue(survey.overall.means.questions[at]!) : null,
      })),
      mean: survey.overall.means && explained('Media di tutte le risposte', survey.overall.means.overall),
    },
    directions: input.directions.map(({ id, name }) => directionRow(id, name, { input, cycle })),
    employees: [
      explained('Premio medio pro capite', pot.meanPerHead),
      explained('Valore della maggiorazione', pot.upliftValue),
      explained('Numero delle maggiorazioni', pot.upliftCount),
      explained('Risorse per le maggiorazioni', pot.upliftPot),
      explained('Fondo base', pot.basePot),
      explained('Premio medio senza maggiorazione', pot.meanBase),
      explained('Premio medio con maggiorazione', pot.meanWithUplift),
    ],
    funds: [
      { name: 'Dirigenti', ...fundRow(funds.executives) },
      { name: 'Elevate Qualificazioni', ...fundRow(funds.eqHolders) },
      { name: 'Dipendenti', ...fundRow(funds.employees) },
    ],
    projects: cycle.projects.list.map(({ project, largest, smallest }) => ({
      name: project.name,
      ownFunding: project.funding === 'own',
      planned: euroText(exactly(project.planned)),
      reported: euroText(exactly(project.reported)),
      beneficiaries: project.beneficiaries.length,
      largest: largest === null ? null : euroText(euros(largest)),
      smallest: smallest === null ? null : euroText(euros(smallest)),
    })),
    warnings: cycle.warnings.map(({ code, id }) => ({
      text: WARNING_TEXT[code],
      about:
        input.directions.find((direction) => direction.id === id)?.name ??
        (id === 'entity' ? "tutto l'ente" : id),
    })),
    openDecisions: cycle.openDecisions.length,
    readings: cycle.readings.map((rule) => ({
      rule,
      title: regulation.rules[rule].title.it,
      texts: Object.values<{ reading?: { it: string } | undefined }>(
        regulation.rules[rule].parameters,
      ).flatMap(({ reading }) => (reading ? [reading.it] : [])),
    })),
  };
}

/** The result of a direction with the reason of each figure; null if there is no such direction. */
export function directionResult({ cycle }: ComputedCycle, id: string) {
  const sheet = cycle.sheets.get(id);
  if (!sheet) return null;
  const { regulation } = cycle;
  const { budget, places, heads } = cycle.premiums.byDirection.get(id)!;
  const row = (rule: SheetItem | Penalty, figure: Figure) => ({
    rule,
    ...explainedFigure(regulation.rules[rule].title.it, figure, regulation),
  });
  return {
    name: sheet.direction.name,
    year: cycle.year,
    items: Object.entries(sheet.items).map(([rule, figure]) => row(rule as SheetItem, figure)),
    penalties: Object.entries(sheet.penalties).map(([rule, figure]) => row(rule as Penalty, figure)),
    total: explainedFigure('Totale', sheet.total, regulation),
    staff: {
      assessable: sheet.assessableStaff,
      bandsUsed: sheet.bandsUsed,
      entitled: heads,
      uplifts: places,
    },
    budget: explainedFigure('Budget per i premi individuali', budget, regulation),
  };
}

function directionRow(id: string, name: string, { cycle }: ComputedCycle) {
  const sheet = cycle.sheets.get(id)!;
  const { budget, heads } = cycle.premiums.byDirection.get(id)!;
  const means = cycle.survey.directions.get(id)!.means;
  return {
    id,
    name,
    total: numberText(sheet.total),
    /** For the bar beside it, 0–100. */
    share: Math.round(Number(sheet.total.value.numerator) / Number(sheet.total.value.denominator)),
    penalty: numberText(sheet.penalties['PEN-D']),
    motivation: means ? numberText(means.overall) : null,
    heads,
    budget: publishedValue(budget),
  };
}

function fundRow({ available, paid, economies }: { available: Figure; paid: Figure; economies: Figure }) {
  return {
    available: publishedValue(available),
    paid: publishedValue(paid),
    economies: publishedValue(economies),
  };
}

function explainedFigure(title: string, figure: Figure, regulation: Regulation): ExplainedFigure {
  return { title, shown: publishedValue(figure), why: figureJson(figure, regulation) };
}

function numberText({ value }: Figure): string {
  return italianNumber(value, 2);
}

function euroText(amount: Figure['value']): string {
  return publishedValue(given('paid', 'euro', amount));
}
