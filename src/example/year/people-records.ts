import type { Cells } from '#lib/server/lists/definition.ts';
import { DEGREES } from '#lib/server/sheets/lists.ts';
import { MONTH_KEYS } from '#lib/server/staff-data/lists.ts';
import { hundredths, type ExampleDocument } from '../example-document.ts';
import { seededRandom } from '../random.ts';
import { canonical, canonicalOrNull, numbered, parts } from './records.ts';

const SEED = 20255;

/** The six or four behaviours on the sheets of EQ holders and employees. */
export function behaviourRecords({ eqHolders, employees }: ExampleDocument): Cells[] {
  return [...eqHolders, ...employees].map(({ id, behaviours }) => ({
    personId: id,
    ...Object.fromEntries(DEGREES.map((degree, at) => [degree, canonicalOrNull(behaviours[at])])),
  }));
}

export function presenceRecords({ employees }: ExampleDocument): Cells[] {
  return employees.flatMap(({ id, presenceDays }) =>
    presenceDays
      ? [
          {
            personId: id,
            ...Object.fromEntries(MONTH_KEYS.map((month, at) => [month, canonical(presenceDays[at]!)])),
          },
        ]
      : [],
  );
}

/** When and by which act is made up. */
export function sanctionRecords({ employees }: ExampleDocument): Cells[] {
  const random = seededRandom(SEED);
  return employees.flatMap(({ id, sanctions }) =>
    (sanctions ?? []).map((kind) => ({
      personId: id,
      kind,
      decidedOn: `2025-${numbered('', random.integer(2, 11), 2)}-${numbered('', random.integer(1, 28), 2)}`,
      act: `Provvedimento n. ${random.integer(10, 90)} del 2025`,
    })),
  );
}

const INCENTIVES = ['Funzioni tecniche', 'Recupero dell’evasione'] as const;

/** What R §3.3 balances; some of the sums came in two parts, which is made up. */
export function lawIncentiveRecords({ employees }: ExampleDocument): Cells[] {
  const random = seededRandom(SEED + 1);
  return employees.flatMap(({ id, otherIncentives }) => {
    if (otherIncentives === undefined) return [];
    const total = Math.round(Number(otherIncentives) * 100);
    const second = random.chance(40) ? Math.floor((total * random.integer(20, 45)) / 100) : 0;
    return [total - second, second].flatMap((amount, at) =>
      amount > 0 ? [{ personId: id, label: INCENTIVES[at]!, amount: canonical(hundredths(amount)) }] : [],
    );
  });
}

export function incentiveReductionRecords({ eqHolders }: ExampleDocument): Cells[] {
  return eqHolders.flatMap(({ id, incentiveReduction }) =>
    incentiveReduction === undefined
      ? []
      : [
          {
            personId: id,
            reduction: canonical(incentiveReduction),
            reason: 'Incentivi di legge percepiti nell’anno.',
          },
        ],
  );
}

export function executiveExtraRecords({ executives }: ExampleDocument): Cells[] {
  return executives.flatMap(({ id, extras }) =>
    (extras ?? []).map(({ label, amount }) => ({ personId: id, label, amount: canonical(amount) })),
  );
}

export function tieBreakRecords({ executives, employees }: ExampleDocument): Cells[] {
  return [...executives, ...employees].flatMap(({ id, tieBreakRank }) =>
    tieBreakRank === undefined
      ? []
      : [
          {
            personId: id,
            rank: canonical(tieBreakRank),
            criterion: 'Ordine convenzionale della dimostrazione',
          },
        ],
  );
}

export function projectRecords({ projects }: ExampleDocument): Cells[] {
  return projects.map(({ id, name, funding, planned, reported }) => ({
    ...{ id, name, funding, planned: canonical(planned), reported: canonical(reported) },
  }));
}

export function beneficiaryRecords({ projects }: ExampleDocument): Cells[] {
  return projects.flatMap(({ id, beneficiaries }) =>
    beneficiaries.map(({ id: personId, share, amount }) => ({
      ...{ projectId: id, personId, share: canonicalOrNull(share), amount: canonicalOrNull(amount) },
    })),
  );
}

/** Counts of the made-up responses: in the example the survey is one that was held elsewhere. */
export function surveyRecords({ survey }: ExampleDocument): Cells[] {
  const ofDirection = Map.groupBy(survey!.responses, ({ direction }) => direction);
  return Object.entries(survey!.invited).flatMap(([direction, invited]) => {
    const answers = (ofDirection.get(direction) ?? []).map((response) => response.answers);
    return (answers[0] ?? []).map((_, at) => {
      const count = (points: number) =>
        parts(answers.filter((response) => Number(response[at]) === points).length, 0);
      return {
        ...{ unitId: direction, statement: String(at + 1), invited: canonical(invited) },
        ...{ one: count(1), two: count(2), three: count(3), four: count(4), five: count(5) },
      };
    });
  });
}
