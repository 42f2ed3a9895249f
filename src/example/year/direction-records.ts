import type { Cells } from '#lib/server/lists/definition.ts';
import type { Remit } from '#lib/server/organisation/model.ts';
import { FACTORS } from '#lib/server/guidelines/lists.ts';
import { MEASURES } from '#lib/server/transparency/measures.ts';
import type { ExampleDocument } from '../example-document.ts';
import { canonical, parts } from './records.ts';

const RELAZIONE = 'Relazione 2025';

export function deliveryRecords({ directions }: ExampleDocument): Cells[] {
  return directions.map(({ id, training }) => ({
    ...{ unitId: id, degree: canonical(training.internalDelivery), note: null },
  }));
}

/** Every direction reported on every measure, and nothing was found (R §3.1, item 4). */
export function transparencyRecords({ directions }: ExampleDocument): Cells[] {
  return directions.flatMap(({ id, transparency: { reported, findings } }) =>
    MEASURES.map(({ value }) => ({
      ...{
        unitId: id,
        measure: value,
        reported: String(reported),
        findings: canonical(findings),
        note: null,
      },
    })),
  );
}

export function paymentRecords({ directions }: ExampleDocument): Cells[] {
  return directions.map(({ id, latePayments }) => ({
    ...{ unitId: id, late: String(latePayments), source: `${RELAZIONE}, §3.1` },
  }));
}

export function awardRecords({ directions }: ExampleDocument): Cells[] {
  return directions.map(({ id, managerial: { planning, timeliness, eqObjectives } }) => ({
    unitId: id,
    planning: canonical(planning),
    timeliness: canonical(timeliness),
    eqObjectives: canonical(eqObjectives),
    reason: null,
  }));
}

/** A quarter of a point, in hundredths, and the most that a factor can have. */
const APART = 25;
const MOST = 250;

/**
 * What everybody who answered for a direction in the year said of it: of two the one a little more, the other a little
 * less, such that the mean is the document's.
 */
export function guidelineRecords({ year, directions }: ExampleDocument, remits: readonly Remit[]): Cells[] {
  return directions.flatMap(({ id, policyAlignment }) => {
    const givers = remits
      .filter(
        ({ unit, from, to }) =>
          unit === id && from <= `${year}-12-31` && (to === null || to >= `${year}-01-01`),
      )
      .map(({ person }) => person as string);
    return givers.map((personId, at) => ({
      unitId: id,
      personId,
      ...Object.fromEntries(
        FACTORS.map((factor, number) => [factor, given(policyAlignment[number]!, at, givers.length)]),
      ),
      note: null,
    }));
  });
}

function given(mean: string | number, giver: number, givers: number): string {
  const points = Math.round(Number(mean) * 100);
  const paired = giver < givers - (givers % 2) && points + APART <= MOST;
  return parts(paired ? points + (giver % 2 === 0 ? APART : -APART) : points, 2);
}
