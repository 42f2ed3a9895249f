import type { DirectionInput } from '../cycle/input.ts';
import type { Notices } from '../cycle/notices.ts';
import { wholeNumber } from '../cycle/quantity-field.ts';
import { because, counted, given, item, product, quotient, type Figure } from '../explain/figure.ts';
import { compare, divide, multiply, rational, ZERO, type Rational } from '../quantity/rational.ts';
import { exactly } from '../quantity/written.ts';
import { parameter } from '../regulation/lookup.ts';
import type { Regulation } from '../regulation/schema.ts';

type Training = DirectionInput['training'];
export type Trainee = Training['staff'][number];

/**
 * `SET-D1`: the hours of training that each of the staff was to reach, pro-rated by the days in service of who joined
 * or left in the year, never more than the full hours. Who is exempt does not count; nobody left to count → all points.
 */
export function trainingPoints(
  training: Training,
  year: number,
  regulation: Regulation,
  notices: Notices,
): Figure {
  const maximum = parameter(regulation, 'SET-D1', 'maximum');
  const hours = parameter(regulation, 'SET-D1', 'hours');
  const counting = training.staff.filter(({ exempt }) => exempt !== true);
  const reached = counting.filter((person) => hasReachedHours(person, year, regulation));
  const staff = counted('staffToTrain', 'persons', counting.length);
  const trained = counted('staffTrained', 'persons', reached.length);
  if (counting.length > 0) notices.read('SET-D1');

  if (counting.length === 0) return item('SET-D1', because('nobodyToTrain', [staff, hours], maximum));
  if (regulation.rules['SET-D1'].parameters.method.value === 'proportional')
    return item(
      'SET-D1',
      product('trainedShare', 'points', maximum, quotient('share', 'factor', trained, staff)),
    );
  const all = reached.length === counting.length;
  return item(
    'SET-D1',
    because(
      all ? 'everybodyTrained' : 'notEverybodyTrained',
      [staff, trained, hours],
      all ? maximum : given('noPoints', 'points', ZERO),
    ),
  );
}

/** The hours that somebody with so many days in service in the year was to reach (`SET-D1`). */
export function hoursDue(days: Trainee['days'], year: number, regulation: Regulation): Rational {
  const inService = rational(Math.min(wholeNumber(days), daysOf(year)));
  const hours = parameter(regulation, 'SET-D1', 'hours');
  return divide(multiply(hours.value, inService), rational(daysOf(year)));
}

/** Whether somebody reached the hours that were due; who is exempt is asked as well as anybody. */
export function hasReachedHours({ hours, days }: Trainee, year: number, regulation: Regulation): boolean {
  return compare(exactly(hours), hoursDue(days, year, regulation)) >= 0;
}

/** `SET-D2`: the degree, 0–1, to which training was delivered directly. */
export function trainingDeliveryPoints({ internalDelivery }: Training, regulation: Regulation): Figure {
  const degree = given('internalDelivery', 'factor', exactly(internalDelivery));
  return item(
    'SET-D2',
    product('trainingDelivered', 'points', parameter(regulation, 'SET-D2', 'maximum'), degree),
  );
}

function daysOf(year: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return leap ? 366 : 365;
}
