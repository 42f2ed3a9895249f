import { employeeFigures } from '#core/explain/employee-figures.ts';
import type { Explanation } from '#core/explain/explain.ts';
import type { Figure } from '#core/explain/figure.ts';
import { BAND_NAMES } from '#core/explain/words.ts';
import type { Band } from '#core/regulation/schema.ts';
import { executiveBand } from '#core/rules/bands.ts';
import type { EmployeeResult } from '#core/rules/employee-results.ts';
import type { EqPremium } from '#core/rules/eq-premium.ts';
import type { ExecutivePremium } from '#core/rules/executive-premium.ts';
import type { Locale } from '#lib/locale/locale.ts';
import { m } from '#lib/paraglide/messages.js';
import {
  explainedFigure,
  explainedRule,
  explainedRules,
  type ExplainedFigure,
  type ExplainedRule,
} from './explained-figure.ts';
import type { ComputedCycle } from './service.ts';

/** What a year came to for one person, nothing of anybody else. */
export interface PersonResult {
  readonly year: number;
  /** One, or more if the person was evaluated in several roles in the year. */
  readonly sheets: readonly PersonSheet[];
}

export interface PersonSheet {
  readonly kind: Exclude<Explanation['kind'], 'direction'>;
  readonly direction: string;
  readonly items: readonly ExplainedRule[];
  /** Of an executive's direction; nobody else has any. */
  readonly penalties: readonly ExplainedRule[];
  readonly total: ExplainedFigure;
  /** Null for an EQ holder, whose pay knows no bands. */
  readonly band: ExplainedFigure | null;
  /** What the pay is the sum of; empty where it is one amount. */
  readonly parts: readonly ExplainedRule[];
  readonly pay: ExplainedFigure;
}

/**
 * The own sheets of an executive, EQ holder or employee with the reason of each figure; null if there is no such
 * person. An id that several lists of the year hold is taken for one person, as the beneficiaries of projects are.
 */
export function personResult(computed: ComputedCycle, id: string, locale: Locale): PersonResult | null {
  const { executives, eqHolders, employees, year } = computed.cycle;
  const executive = executives.list.find((premium) => premium.executive.id === id);
  const holder = eqHolders.list.find(({ sheet }) => sheet.holder.id === id);
  const employee = employees.find((result) => result.employee.id === id);
  const sheets = [
    ...(executive ? [executiveSheet(executive, computed, locale)] : []),
    ...(holder ? [eqHolderSheet(holder, computed, locale)] : []),
    ...(employee ? [employeeSheet(employee, computed, locale)] : []),
  ];
  return sheets.length === 0 ? null : { year, sheets };
}

function executiveSheet(premium: ExecutivePremium, { cycle }: ComputedCycle, locale: Locale): PersonSheet {
  const { regulation } = cycle;
  const { direction, items, penalties, total } = cycle.sheets.get(premium.executive.direction)!;
  const { access, band, resultPay, uplift, extras, pay } = premium;
  // Without access the reason of the band is what stands in the way of the pay.
  const whyBand = access ? executiveBand(total, regulation).share : resultPay;
  return {
    kind: 'executive',
    direction: direction.name,
    items: explainedRules(items, regulation, locale),
    penalties: explainedRules(penalties, regulation, locale),
    total: explainedFigure(total, regulation, locale),
    band: bandFigure(band, explainedFigure(whyBand, regulation, locale), locale),
    parts: explainedRules({ 'PAY-E': resultPay, 'UPL-E': uplift, 'EXT-E': extras }, regulation, locale),
    pay: explainedFigure(pay, regulation, locale),
  };
}

function eqHolderSheet({ sheet, pay }: EqPremium, { cycle }: ComputedCycle, locale: Locale): PersonSheet {
  const { regulation } = cycle;
  return {
    kind: 'eqHolder',
    direction: cycle.sheets.get(sheet.holder.direction)!.direction.name,
    items: explainedRules(sheet.items, regulation, locale),
    penalties: [],
    total: explainedFigure(sheet.total, regulation, locale),
    band: null,
    parts: [],
    pay: explainedRule('PAY-Q', pay, regulation, locale),
  };
}

function employeeSheet(result: EmployeeResult, { cycle }: ComputedCycle, locale: Locale): PersonSheet {
  const { regulation } = cycle;
  const explained = (figure: Figure) => explainedFigure(figure, regulation, locale);
  const { items, total, band, base, uplift, pay } = employeeFigures(result, cycle);
  return {
    kind: 'employee',
    direction: cycle.sheets.get(result.employee.direction)!.direction.name,
    items: explainedRules(items, regulation, locale),
    penalties: [],
    total: explained(total),
    band: bandFigure(result.band, explained(band), locale),
    parts: explainedRules({ 'PAY-M': base, 'UPL-W': uplift }, regulation, locale),
    pay: explained(pay),
  };
}

/** A band is not a number: it is shown by its name. */
function bandFigure(band: Band, { why }: ExplainedFigure, locale: Locale): ExplainedFigure {
  return { title: m.cycles_band({}, { locale }), shown: BAND_NAMES[band][locale], why };
}
