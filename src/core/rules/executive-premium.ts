import type { CycleInput, ExecutiveInput } from '../cycle/input.ts';
import type { Notices } from '../cycle/notices.ts';
import { wholeNumber } from '../cycle/quantity-field.ts';
import {
  because,
  difference,
  floored,
  given,
  greatest,
  product,
  quotient,
  rounded,
  sum,
  under,
  type Figure,
} from '../explain/figure.ts';
import { allocate } from '../quantity/allocation.ts';
import { compareCodePoints } from '../quantity/code-point-order.ts';
import { euros, NOTHING, wholeCents, type Cents } from '../quantity/money.ts';
import { compare, ONE, sumOf, ZERO } from '../quantity/rational.ts';
import { exactly } from '../quantity/written.ts';
import { parameter } from '../regulation/lookup.ts';
import type { Band, Regulation } from '../regulation/schema.ts';
import { executiveBand } from './bands.ts';
import { gateStopsPay, type EntityResult } from './entity.ts';
import type { ExecutiveSheet } from './executive-sheet.ts';
import { GATE_CLOSED, noPay, type Obstacle } from './obstacle.ts';
import { serviceShare } from './service-share.ts';
import { placeHighest } from './uplift.ts';

export interface ExecutivePremium {
  readonly executive: ExecutiveInput;
  readonly total: Figure;
  readonly access: boolean;
  readonly band: Band;
  readonly resultPay: Figure;
  readonly uplift: Figure;
  readonly extras: Figure;
  readonly pay: Figure;
}

export interface ExecutivePremiums {
  readonly list: readonly ExecutivePremium[];
  readonly firstBandAmount: Figure;
}

interface Standing {
  readonly executive: ExecutiveInput;
  readonly sheet: ExecutiveSheet;
  /** Null if nothing stops the executive. */
  readonly obstacle: Obstacle | null;
}

/** The result pay of the executives, their uplift and their extras (R §3.1). */
export function executivePremiums(
  input: CycleInput,
  sheets: ReadonlyMap<string, ExecutiveSheet>,
  entity: EntityResult,
  regulation: Regulation,
  notices: Notices,
): ExecutivePremiums {
  const { executives } = input;
  const fund = input.funds.executives;
  const gateClosed = gateStopsPay('executives', entity, regulation);
  const standings = executives.map((executive): Standing => {
    const sheet = sheets.get(executive.direction)!;
    if (compare(sheet.total.value, parameter(regulation, 'PAY-E', 'minimumTotal').value) === 0) {
      notices.warn('exactly-at-access-threshold', executive.id);
      notices.read('BAND-E');
    }
    return { executive, sheet, obstacle: gateClosed ? GATE_CLOSED : obstacle(executive, sheet, regulation) };
  });

  const firstBandAmount =
    fund.firstBandAmount === undefined
      ? derivedFirstBandAmount(executives, fund, regulation)
      : given('firstBandAmount', 'euro', exactly(fund.firstBandAmount));
  const uplifts = upliftAmounts(standings, wholeCents(exactly(fund.uplift)), regulation, notices);

  const list = standings.map((standing) => {
    const { executive, sheet, obstacle } = standing;
    const band = executiveBand(sheet.total, regulation);
    const resultPay = obstacle
      ? noPay('PAY-E', obstacle, sheet.total)
      : resultPayOf(executive, sheet, band.share, firstBandAmount, regulation);
    const uplift = upliftFigure(
      executive,
      uplifts,
      standing,
      given('upliftPot', 'euro', exactly(fund.uplift)),
    );
    const extras = gateClosed ? noPay('EXT-E', GATE_CLOSED, null) : under('EXT-E', extrasOf(executive));
    const pay = sum('pay', 'euro', [resultPay, uplift, extras]);
    const access = obstacle === null;
    return {
      executive,
      total: sheet.total,
      access,
      band: access ? band.band : 'none',
      resultPay,
      uplift,
      extras,
      pay,
    } as const;
  });
  return { list, firstBandAmount };
}

/** Access: enough months in the role, and a band that pays: at exactly the minimum the table wins (`BAND-E`, a reading). */
function obstacle(
  executive: ExecutiveInput,
  { total }: ExecutiveSheet,
  regulation: Regulation,
): Obstacle | null {
  const months = monthsOf(executive);
  const minimumMonths = parameter(regulation, 'PAY-E', 'minimumMonths');
  if (compare(months.value, minimumMonths.value) < 0)
    return { reason: 'tooFewMonths', grounds: [months, minimumMonths] };
  const minimumTotal = parameter(regulation, 'PAY-E', 'minimumTotal');
  const tooLow =
    compare(total.value, minimumTotal.value) < 0 || executiveBand(total, regulation).band === 'none';
  return tooLow ? { reason: 'totalTooLow', grounds: [minimumTotal] } : null;
}

/** `PAY-E`: first-band amount × band share × months/12, less `PEN-P`, rounded once to the cent. */
function resultPayOf(
  executive: ExecutiveInput,
  { direction }: ExecutiveSheet,
  bandShare: Figure,
  firstBandAmount: Figure,
  regulation: Regulation,
): Figure {
  const factors = [firstBandAmount, bandShare, serviceShare(monthsOf(executive))];
  if (direction.latePayments) {
    const whole = given('hundredPercent', 'percent', exactly(100));
    factors.push(
      under(
        'PEN-P',
        difference('afterLatePayments', 'percent', whole, parameter(regulation, 'PEN-P', 'reduction')),
      ),
    );
  }
  return under('PAY-E', rounded('resultPay', 2, product('exactResultPay', 'euro', ...factors)));
}

/**
 * The first-band amount where none is given: what is left of the fund after uplift and extras, over the years of
 * service of the executives with enough months; floored to the cent, never below 0.
 */
function derivedFirstBandAmount(
  executives: readonly ExecutiveInput[],
  fund: CycleInput['funds']['executives'],
  regulation: Regulation,
): Figure {
  const minimumMonths = parameter(regulation, 'PAY-E', 'minimumMonths');
  const serving = executives.filter(
    (executive) => compare(monthsOf(executive).value, minimumMonths.value) >= 0,
  );
  const years = given(
    'yearsOfService',
    'factor',
    sumOf(serving.map((executive) => serviceShare(monthsOf(executive)).value)),
  );
  const rest = difference(
    'fundLeft',
    'euro',
    given('resultFund', 'euro', exactly(fund.resultPay)),
    given('upliftPot', 'euro', exactly(fund.uplift)),
    given('allExtras', 'euro', sumOf(executives.map((executive) => extrasOf(executive).value))),
  );
  const none = given('nothing', 'euro', ZERO);
  const exact = greatest('atLeastNothing', 'euro', none, quotient('perYearOfService', 'euro', rest, years));
  return floored('firstBandAmount', 2, exact);
}

interface UpliftAmounts {
  readonly byExecutive: ReadonlyMap<string, Cents>;
  readonly tied: readonly string[];
  readonly places: Figure;
}

/** `UPL-E`: the pot in equal parts to the highest totals among those with access; a place nobody holds is not paid. */
function upliftAmounts(
  standings: readonly Standing[],
  pot: Cents,
  regulation: Regulation,
  notices: Notices,
): UpliftAmounts {
  const places = parameter(regulation, 'UPL-E', 'places');
  const candidates = standings
    .filter(({ obstacle }) => obstacle === null)
    .map(({ executive: { id, tieBreakRank }, sheet }) => ({
      id,
      total: sheet.total.value,
      tieBreakRank: tieBreakRank === undefined ? null : wholeNumber(tieBreakRank),
    }));
  const { placed, tied, equalTotalsAtCut } = placeHighest(candidates, Number(places.value.numerator));
  if (tied.length > 0) notices.leaveOpen('UPL-E', tied);
  if (equalTotalsAtCut) notices.read('UPL-E');
  const parts = Array.from({ length: Number(places.value.numerator) }, (_, at) => ({
    id: String(at).padStart(9, '0'),
    weight: ONE,
  }));
  const amounts = allocate(pot, parts);
  const byExecutive = new Map([...placed].sort(compareCodePoints).map((id, at) => [id, amounts[at]!]));
  return { byExecutive, tied, places };
}

function upliftFigure(
  executive: ExecutiveInput,
  uplifts: UpliftAmounts,
  { sheet, obstacle }: Standing,
  pot: Figure,
): Figure {
  const amount = given('upliftPart', 'euro', euros(uplifts.byExecutive.get(executive.id) ?? NOTHING));
  const grounds = [sheet.total, pot, uplifts.places];
  if (obstacle) return noPay('UPL-E', obstacle, null);
  if (uplifts.byExecutive.has(executive.id)) return under('UPL-E', because('upliftWon', grounds, amount));
  return under(
    'UPL-E',
    because(uplifts.tied.includes(executive.id) ? 'upliftTied' : 'upliftNotWon', grounds, amount),
  );
}

function extrasOf({ extras = [] }: ExecutiveInput): Figure {
  return sum(
    'extras',
    'euro',
    extras.map(({ label, amount }) => given('extra', 'euro', exactly(amount), label)),
  );
}

function monthsOf(executive: ExecutiveInput): Figure {
  return given('months', 'months', exactly(executive.months));
}
