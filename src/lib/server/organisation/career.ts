import type { IsoDate } from '#core/calendar/iso-date.ts';
import type { Period } from '#core/calendar/period.ts';
import type { Regulation } from '#core/regulation/schema.ts';
import { today } from '../calendar/today.ts';
import type { Reader } from '../database/database.ts';
import { appointmentsOf } from './appointments/appointments.ts';
import { assignmentsOf } from './assignments/assignments.ts';
import type { AppointmentKind, Person, PersonId, UnitId } from './model.ts';
import { personOf } from './people/people.ts';
import { monthsAppointed, monthsInService } from './service-time.ts';
import { historyOf } from './units/units.ts';

/** Where a person has worked and what the person was appointed to, the latest first. */
export interface Career {
  readonly person: Person;
  readonly assignments: readonly (Period & { readonly unit: string; readonly share: number })[];
  readonly appointments: readonly (Period & {
    readonly unit: string;
    readonly kind: AppointmentKind;
    readonly interim: boolean;
    /** Whole months of the year; null: no year is under way. */
    readonly months: number | null;
  })[];
  readonly monthsInService: number | null;
}

/** The year whose months are counted, by its regulation. */
export interface Counted {
  readonly year: number;
  readonly regulation: Regulation;
}

/** @param counted null: no months are counted */
export async function careerOf(db: Reader, id: PersonId, counted: Counted | null): Promise<Career | null> {
  const person = await personOf(db, id);
  if (person === null) return null;
  const assignments = await assignmentsOf(db, id);
  const appointments = await appointmentsOf(db, id);
  return {
    person,
    assignments: await Promise.all(
      assignments.toReversed().map(async ({ unit, share, ...period }) => ({
        ...{ from: period.from, to: period.to, share },
        unit: await nameOf(db, unit, dayOfName(period)),
      })),
    ),
    appointments: await Promise.all(
      appointments.toReversed().map(async ({ from, to, unit, kind, interim }) => ({
        ...{ from, to, kind, interim },
        unit: await nameOf(db, unit, dayOfName({ from, to })),
        months: counted && (await monthsAppointed(db, id, kind, counted.year, counted.regulation)),
      })),
    ),
    monthsInService: counted && (await monthsInService(db, id, counted.year, counted.regulation)),
  };
}

/** The day whose name of a unit tells where somebody is: today, or the nearest of the period. */
function dayOfName({ from, to }: Period): IsoDate {
  const now = today();
  if (now < from) return from;
  return to !== null && to < now ? to : now;
}

/** What a unit was called on a day, or is called since. */
async function nameOf(db: Reader, unit: UnitId, date: IsoDate): Promise<string> {
  const versions = (await historyOf(db, unit))?.versions ?? [];
  const then = versions.find(({ from, to }) => from <= date && (to === null || date <= to));
  return (then ?? versions.at(-1))?.name ?? unit;
}
