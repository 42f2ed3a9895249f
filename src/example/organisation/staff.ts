import { day, daysLater } from '#core/calendar/iso-date.ts';
import { overlap, type Period } from '#core/calendar/period.ts';
import type { Assignment, PersonId } from '#lib/server/organisation/model.ts';
import { DIRECTIONS } from '../directions.ts';
import type { ExampleDocument } from '../example-document.ts';
import type { Random } from '../random.ts';
import { APRIL, BEGINNING } from './dates.ts';
import { EQ_PLACES, EXECUTIVE_PLACES, placesOf, type Place } from './places.ts';
import { unitId } from './units.ts';

/** Whom the cycle of the year has a sheet for. */
export type Staff = Pick<ExampleDocument, 'employees' | 'eqHolders' | 'executives'>;

export const personId = (id: string): PersonId => id as PersonId;

const WHOLE = 100;
const ALWAYS: Period = { from: BEGINNING, to: null };

/**
 * Where everybody of the cycle's document works. All are in service on 31 December 2025, because R §2.4 counts 646 then:
 * who has fewer than twelve months came in the year, or, with days of presence, was absent.
 */
export function assignments({ employees, eqHolders, executives }: Staff, random: Random): Assignment[] {
  return [
    ...executives.flatMap(({ id }, at) => working(id, EXECUTIVE_PLACES[at]!, executivePeriod(id), WHOLE)),
    ...eqHolders.flatMap(({ id }, at) => working(id, EQ_PLACES[at]!, [ALWAYS], WHOLE)),
    ...DIRECTIONS.flatMap(({ id: direction }) => {
      const own = employees.filter((employee) => employee.direction === direction);
      const places = random.shuffled(placesOf(direction));
      return own.flatMap((employee, at) =>
        working(employee.id, places[at]!, servicePeriods(employee, random), shareOf(random)),
      );
    }),
  ];
}

/** The executive of d09 came when the interim ended. */
function executivePeriod(id: string): Period[] {
  return [id === 'x09' ? { from: day('2025-01-01'), to: null } : ALWAYS];
}

/** One in ten works part of the time. */
function shareOf(random: Random): number {
  return random.chance(10) ? random.pick([50, 67, 83]) : WHOLE;
}

/** When an employee is in service, so that the months of the year are those of the document. */
function servicePeriods(
  { months, direction }: ExampleDocument['employees'][number],
  random: Random,
): Period[] {
  if (months === undefined || months === 12)
    return [random.chance(6) ? { from: in2024(random), to: null } : ALWAYS];
  // Fixed-term staff of the schools have the summer between two contracts.
  if (direction === 'd02' && months === 10)
    return [
      { from: day('2024-09-01'), to: day('2025-06-30') },
      { from: day('2025-09-01'), to: null },
    ];
  const month = String(13 - Number(months)).padStart(2, '0');
  return [{ from: day(`2025-${month}-${random.pick(['01', '01', '16'])}`), to: null }];
}

function in2024(random: Random) {
  return day(`2024-${String(random.integer(2, 12)).padStart(2, '0')}-01`);
}

/** The assignments of a person: each place for as long as the person is in service there. */
export function working(
  person: string,
  place: Place,
  inService: readonly Period[],
  share: number,
): Assignment[] {
  return place.flatMap(({ from, unit }, at) => {
    const next = place[at + 1];
    const there: Period = { from, to: next ? daysLater(next.from, -1) : null };
    return inService
      .filter((period) => overlap(period, there))
      .map((period) => ({ person: personId(person), unit, share, ...common(period, there) }));
  });
}

function common(a: Period, b: Period): Period {
  const ends = [a.to, b.to].filter((to) => to !== null).sort();
  return { from: a.from > b.from ? a.from : b.from, to: ends[0] ?? null };
}

/**
 * Two people who work half their time in one place and half in another: in two services of a direction, and, from 1
 * April, in a direction and in the *Alta Specializzazione* that R §2.2 founds for it.
 */
export function halves(assignments: readonly Assignment[]): Assignment[] {
  const inTwoServices = whoseOnly(assignments, 's27');
  const inSupport = whoseOnly(assignments, 's20');
  return assignments.flatMap((assignment) => {
    if (assignment === inTwoServices)
      return [
        { ...assignment, share: 50 },
        { ...assignment, unit: unitId('s28'), share: 50 },
      ];
    if (assignment === inSupport)
      return [
        { ...assignment, to: daysLater(APRIL, -1) },
        { ...assignment, share: 50, from: APRIL },
        { ...assignment, unit: unitId('h01'), share: 50, from: APRIL },
      ];
    return [assignment];
  });
}

/** The first employee who works in a unit, all the time and since the beginning. */
function whoseOnly(assignments: readonly Assignment[], unit: string): Assignment {
  return assignments.find(
    (assignment) =>
      assignment.unit === unit &&
      assignment.person.startsWith('e') &&
      assignment.share === WHOLE &&
      assignment.from === BEGINNING &&
      assignment.to === null,
  )!;
}
