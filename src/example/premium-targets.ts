import { DIRECTIONS } from './directions.ts';
import { SMALLEST_PREMIUM, type EmployeePlan } from './employee-plan.ts';
import { spread } from './spread.ts';

/**
 * The three premiums of single employees that R §3.3, paragraph 2 publishes, in cents and without uplift. A base
 * premium is the direction's budget × own weight / all weights, so moving the totals of a few colleagues by hundredths
 * brings one person's premium to the cent.
 */
const TARGETS: readonly { readonly direction: string; readonly cents: number; readonly of: Choice }[] = [
  // 1,581.05 with the uplift of 356.00
  { direction: 'd07', cents: 122505, of: (plans) => highest(plans, 0) },
  // The best without uplift: next to the three places of the direction
  { direction: 'd08', cents: 120068, of: (plans) => highest(plans, 3) },
  {
    direction: SMALLEST_PREMIUM.direction,
    cents: 53434,
    of: (plans) => plans.find(({ months }) => months === SMALLEST_PREMIUM.months)!,
  },
];

type Choice = (plans: readonly EmployeePlan[]) => EmployeePlan;

/** The base pot in cents and the entitled of the whole entity (R §3.3). */
const BASE_POT = 58030200;
const ENTITLED = 556;

/** The mean of the totals of the entitled, in hundredths (R §3.3, paragraph 2). */
const MEAN_TOTAL = 4819;

/** Moves totals until the published premiums and the published mean come out. */
export function settleTotals(plans: readonly EmployeePlan[]): void {
  for (const { direction, cents, of } of TARGETS) {
    const own = plans.filter((plan) => plan.direction === direction && entitled(plan));
    settlePremium(of(own), own, cents);
  }
  const settled = new Set(TARGETS.map(({ direction }) => direction));
  const all = plans.filter(entitled);
  const sum = all.reduce((total, { total: { value } }) => total + value, 0);
  spread(
    inWholeSteps(MEAN_TOTAL * ENTITLED - sum),
    all.filter(({ direction }) => !settled.has(direction)).map(({ total }) => total),
    STEP,
  );
}

/** Moves the colleagues' totals until the weights of the direction give the person so many cents. */
function settlePremium(person: EmployeePlan, colleagues: readonly EmployeePlan[], cents: number): void {
  const budget = (BASE_POT * DIRECTIONS.find(({ id }) => id === person.direction)!.entitled) / ENTITLED;
  const wanted = (budget * weightOf(person)) / cents;
  const found = colleagues.reduce((sum, colleague) => sum + weightOf(colleague), 0);
  const others = colleagues.filter((colleague) => colleague !== person).map(({ total }) => total);
  const missing = Math.round((wanted - found) / WHOLE_YEAR);
  spread(inWholeSteps(missing), others, STEP);
  spread(missing - inWholeSteps(missing), others);
}

/** Most sheets come to a multiple of 0.05 and stay there: only the last hundredths are moved one by one. */
const STEP = 5;

function inWholeSteps(hundredths: number): number {
  return Math.trunc(hundredths / STEP) * STEP;
}

/** What one hundredth of a total adds to the weights: only who served all year and lost nothing is moved. */
const WHOLE_YEAR = 12 * 100 * 2;

/** The weight of `PAY-M` but for a constant: total × months × what sanctions and incentives of law leave. */
function weightOf({ total, months, sanctions, otherIncentives }: EmployeePlan): number {
  if (total.value < 3000) return 0;
  const afterSanctions = sanctions.reduce((left, kind) => left - (kind === 'fine' ? 15 : 10), 100);
  const received = otherIncentives ?? 0;
  const balancing = received >= 250000 ? 0 : received >= 175000 ? 1 : 2;
  return total.value * months * afterSanctions * balancing;
}

function entitled({ months }: EmployeePlan): boolean {
  return months >= 6;
}

function highest(plans: readonly EmployeePlan[], place: number): EmployeePlan {
  return [...plans].sort((a, b) => b.total.value - a.total.value)[place]!;
}
