import { day } from '#core/calendar/iso-date.ts';
import type { Period } from '#core/calendar/period.ts';
import type { Appointment, AppointmentKind, Remit } from '#lib/server/organisation/model.ts';
import { APRIL, AUGUST, BEGINNING, LAST_OF_MARCH } from './dates.ts';
import { EQ_PLACES, EXECUTIVE_PLACES } from './places.ts';
import { personId, type Staff } from './staff.ts';
import { unitId } from './units.ts';

/** R §2.1 dates three of the appointments; the fourth that began in the year is made up to last seven months. */
const EQ_PERIODS: Readonly<Record<string, Period>> = {
  s17: { from: AUGUST, to: day('2028-07-31') },
  s29: { from: day('2025-06-01'), to: null },
  s35: { from: day('2025-05-01'), to: day('2028-05-01') },
  s36: { from: AUGUST, to: day('2028-08-01') },
};

const ALWAYS: Period = { from: BEGINNING, to: null };

const appointed = (
  person: string,
  kind: AppointmentKind,
  unit: string,
  period: Period,
  interim = false,
): Appointment => ({ person: personId(person), kind, unit: unitId(unit), interim, ...period });

/**
 * Whom units are entrusted to. Two were in somebody's hands for a time besides the own: a direction at the end of
 * 2024, after its executive had left, and the Segreteria Generale until its EQ was appointed.
 */
export function appointments({ eqHolders, executives }: Staff): Appointment[] {
  return [
    appointed('g01', 'secretaryGeneral', 'd13', ALWAYS),
    ...executives.flatMap(({ id }, at) => {
      const [first, second] = EXECUTIVE_PLACES[at]!;
      if (second)
        return [
          appointed(id, 'executive', first!.unit, { from: BEGINNING, to: LAST_OF_MARCH }),
          appointed(id, 'executive', second.unit, { from: APRIL, to: null }),
        ];
      const since = id === 'x09' ? day('2025-01-01') : BEGINNING;
      return [appointed(id, 'executive', first!.unit, { from: since, to: null })];
    }),
    appointed('f01', 'executive', 'd09', { from: BEGINNING, to: day('2024-08-31') }),
    appointed('x10', 'executive', 'd09', { from: day('2024-09-01'), to: day('2024-12-31') }, true),
    ...eqHolders.map(({ id }, at) => {
      const { unit } = EQ_PLACES[at]!.at(-1)!;
      return appointed(id, 'eq', unit, EQ_PERIODS[unit] ?? ALWAYS);
    }),
    appointed('q14', 'eq', 's35', { from: BEGINNING, to: day('2025-04-30') }, true),
  ];
}

const MANDATE = day('2024-07-01');

/** Two remits changed hands in the middle of the year, so that two speak of these directions (`SET-A`). */
const JULY = day('2025-07-01');
const LAST_OF_JUNE = day('2025-06-30');

/** The mayor, m01, and three councillors; made up. */
export function remits(): Remit[] {
  const answers = (person: string, units: readonly string[], period: Period): Remit[] =>
    units.map((unit) => ({ person: personId(person), unit: unitId(unit), ...period }));
  const sinceMandate: Period = { from: MANDATE, to: null };
  return [
    ...answers('m01', ['d01', 'd12', 'd13'], sinceMandate),
    ...answers('m02', ['d02', 'd03'], sinceMandate),
    ...answers('m01', ['d04'], { from: MANDATE, to: LAST_OF_JUNE }),
    ...answers('m02', ['d04'], { from: JULY, to: null }),
    ...answers('m03', ['d06', 'd11'], sinceMandate),
    ...answers('m03', ['d14'], { from: MANDATE, to: LAST_OF_MARCH }),
    ...answers('m03', ['d05'], { from: APRIL, to: null }),
    ...answers('m04', ['d07', 'd08', 'd09'], sinceMandate),
    ...answers('m03', ['d10'], { from: MANDATE, to: LAST_OF_JUNE }),
    ...answers('m04', ['d10'], { from: JULY, to: null }),
  ];
}
