import type { DirectionPlan } from './directions.ts';
import type { ExampleDirection } from './example-document.ts';
import type { Random } from './random.ts';

type Training = ExampleDirection['training'];

const HOURS = 40;
const DAYS_OF_THE_YEAR = 365;

/**
 * The hours of training of a direction's staff (R §3.1, item 2 D): most reached the forty hours, or their part of them
 * for the days in service. `months` are those of the employees and EQ holders; the list is shuffled, it names nobody.
 */
export function training(
  { trainingReached, internalDelivery }: DirectionPlan,
  months: readonly number[],
  random: Random,
): Training {
  const staff = random.shuffled(months).map((served) => trained(served, random));
  if (!trainingReached)
    for (const person of staff.slice(0, Math.ceil(staff.length / 12))) person.hours = random.integer(12, 20);
  return { staff, internalDelivery };
}

function trained(months: number, random: Random): Training['staff'][number] {
  const days = months === 12 ? DAYS_OF_THE_YEAR : months * 30 + random.integer(0, 5);
  const hours = Math.ceil((HOURS * days) / DAYS_OF_THE_YEAR) + random.bell(0, 24);
  // Away for the whole year, on leave say: the presence in service counts.
  if (months === 12 && random.chance(1)) return { hours: 0, days, exempt: true };
  return { hours: random.chance(25) ? `${hours}.5` : hours, days };
}
