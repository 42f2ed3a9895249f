import { daysCoveredIn } from '#core/calendar/period.ts';
import { CREMONA_2025 } from '#core/regulation/catalogue.ts';
import type { Cells } from '#lib/server/lists/definition.ts';
import type { Assignment } from '#lib/server/organisation/model.ts';
import type { ExampleDocument } from '../example-document.ts';
import { canonical } from './records.ts';

const HOURS = Number(CREMONA_2025.rules['SET-D1'].parameters.hours.value.written);
const DAYS_OF_THE_YEAR = 365;
const LEAST_DAYS = Number(CREMONA_2025.rules['PAY-M'].parameters.minimumDays.value.written);

interface Trainee {
  readonly id: string;
  /** Months of presence: the document's list of hours is by these. */
  readonly months: number;
  /** Days in service, as the registry has them. */
  readonly days: number;
}

type Trained = ExampleDocument['directions'][number]['training']['staff'][number];

/**
 * The hours of training of everybody. The document's hours name nobody: each goes to somebody of the direction with as
 * many months. Days are written only where those of the registry would make another result of the hours.
 */
export function trainingRecords(document: ExampleDocument, assignments: readonly Assignment[]): Cells[] {
  const periods = Map.groupBy(assignments, ({ person }) => person as string);
  const days = (id: string) => daysCoveredIn(periods.get(id)!, Number(document.year));
  return document.directions.flatMap(({ id: direction, training }) => {
    const ofDirection = <Of extends { readonly direction: string }>(all: readonly Of[]) =>
      all.filter((one) => one.direction === direction);
    const trainees = [
      ...ofDirection(document.employees).map(({ id, months, presenceDays }) => ({
        ...{ id, days: days(id), months: Number(months ?? presentMonths(presenceDays!)) },
      })),
      ...ofDirection(document.eqHolders).map(({ id }) => ({ id, days: days(id), months: 12 })),
    ];
    const byMonths = Map.groupBy(training.staff, monthsOf);
    return trainees.map((trainee) => recordOf(trainee, byMonths.get(trainee.months)!.pop()!));
  });
}

function presentMonths(presenceDays: readonly (string | number)[]): number {
  return presenceDays.filter((days) => Number(days) >= LEAST_DAYS).length;
}

/** The example counts thirty days and a few for each month of who was not there the whole year. */
function monthsOf({ days }: Trained): number {
  return Number(days) === DAYS_OF_THE_YEAR ? 12 : Math.floor(Number(days) / 30);
}

function recordOf({ id, days }: Trainee, { hours, days: counted, exempt }: Trained): Cells {
  const exempted = exempt === true;
  const alike = exempted || reached(hours, days) === reached(hours, Number(counted));
  return {
    personId: id,
    hours: canonical(hours),
    days: alike ? null : canonical(counted),
    exemption: exempted ? 'Assenza per tutto l’anno' : null,
  };
}

function reached(hours: string | number, days: number): boolean {
  return Number(hours) * DAYS_OF_THE_YEAR >= HOURS * days;
}
