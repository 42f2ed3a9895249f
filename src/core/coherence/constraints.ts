import type { Bilingual } from '../explain/language.ts';
import type { Facts } from './facts.ts';
import type { FigureKind } from './figure-kinds.ts';

/** A figure and what it is about. */
export interface Place {
  readonly figure: FigureKind;
  readonly subject: string | null;
}

/** Why declared figures cannot hold together. */
export const CONTRADICTIONS = {
  partsAndTotal: { it: 'le parti non danno il totale', en: 'the parts do not make the total' },
  percentages: { it: 'le percentuali non danno 100', en: 'the percentages do not make 100' },
  smallestTooLarge: {
    it: 'beneficiari per premio minimo superano le risorse rendicontate',
    en: 'beneficiaries times smallest premium are more than what was reported',
  },
  largestTooSmall: {
    it: 'beneficiari per premio massimo non arrivano alle risorse rendicontate',
    en: 'beneficiaries times largest premium are less than what was reported',
  },
  outOfOrder: {
    it: 'una cifra supera quella che non può superare',
    en: 'a figure exceeds the one that it cannot exceed',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
export type Contradiction = keyof typeof CONTRADICTIONS;

/** What must hold between declared figures: the parts, summed or multiplied, against a total. */
export interface Constraint {
  readonly contradiction: Contradiction;
  /** Null: one hundred per cent. */
  readonly total: Place | null;
  readonly parts: readonly [Place, ...Place[]];
  readonly by: 'sum' | 'product';
  readonly must: 'equal' | 'notExceed' | 'reach';
}

/** What must hold between figures about the same subject. */
export function constraintsOn(subject: string | null): Constraint[] {
  const at = (figure: FigureKind): Place => ({ figure, subject });
  return [
    ...SUMS.map(([total, first, ...rest]) => sumOfParts(at(total), [at(first), ...rest.map(at)])),
    {
      contradiction: 'percentages',
      total: null,
      parts: [
        at('indicators.improvedPercent'),
        at('indicators.unchangedPercent'),
        at('indicators.worsenedPercent'),
        at('indicators.notAssessablePercent'),
      ],
      by: 'sum',
      must: 'equal',
    },
    {
      contradiction: 'smallestTooLarge',
      total: at('project.reported'),
      parts: [at('project.beneficiaries'), at('project.smallest')],
      by: 'product',
      must: 'notExceed',
    },
    {
      contradiction: 'largestTooSmall',
      total: at('project.reported'),
      parts: [at('project.beneficiaries'), at('project.largest')],
      by: 'product',
      must: 'reach',
    },
    ...ORDERS.map(([less, more]): Constraint => ({
      contradiction: 'outOfOrder',
      total: at(more),
      parts: [at(less)],
      by: 'sum',
      must: 'notExceed',
    })),
  ];
}

/** The projects against the totals of their funding. */
export function constraintsOnProjects({ input }: Facts): Constraint[] {
  const totals = [
    ['own', 'planned', 'projects.ownPlanned'],
    ['own', 'reported', 'projects.ownReported'],
    ['third-party', 'planned', 'projects.thirdPartyPlanned'],
    ['third-party', 'reported', 'projects.thirdPartyReported'],
  ] as const;
  return totals.flatMap(([funding, field, total]) => {
    const [first, ...rest] = input.projects
      .filter((project) => project.funding === funding)
      .map(({ id }): Place => ({ figure: `project.${field}`, subject: id }));
    return first === undefined ? [] : [sumOfParts({ figure: total, subject: null }, [first, ...rest])];
  });
}

function sumOfParts(total: Place, parts: Constraint['parts']): Constraint {
  return { contradiction: 'partsAndTotal', total, parts, by: 'sum', must: 'equal' };
}

/** A total and its parts. */
const SUMS: readonly (readonly [FigureKind, FigureKind, ...FigureKind[]])[] = [
  ['staff.headcount', 'staff.permanent', 'staff.fixedTerm'],
  [
    'indicators.total',
    'indicators.improved',
    'indicators.unchanged',
    'indicators.worsened',
    'indicators.notAssessable',
  ],
  ['fund.employeesAvailable', 'pot.base', 'uplift.pot'],
  ['projects.planned', 'projects.ownPlanned', 'projects.thirdPartyPlanned'],
  ['projects.reported', 'projects.ownReported', 'projects.thirdPartyReported'],
];

/** The first is never more than the second. */
const ORDERS: readonly (readonly [FigureKind, FigureKind])[] = [
  ['eqHolders.lowestTotal', 'eqHolders.meanTotal'],
  ['eqHolders.meanTotal', 'eqHolders.highestTotal'],
  ['employees.lowestTotal', 'employees.meanTotal'],
  ['employees.meanTotal', 'employees.highestTotal'],
  ['employees.positive', 'employees.entitled'],
  ['project.smallest', 'project.largest'],
  ['survey.responses', 'survey.invited'],
];
