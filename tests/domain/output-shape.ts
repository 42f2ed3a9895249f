/** What the output must look like, key by key (core contract, "Output"). */
import { RULE_IDS } from '../../src/core/regulation/rule-id.ts';

type Leaf =
  | 'text'
  | 'flag'
  | 'whole'
  | 'two decimals'
  | 'two decimals, perhaps negative'
  | 'two decimals or null'
  | 'four decimals'
  | 'eight of two decimals or null'
  | 'band'
  | 'rule';
type Shape = Leaf | readonly [Shape] | { readonly [key: string]: Shape };

const payments: Shape = { paid: 'two decimals', economies: 'two decimals, perhaps negative' };
const funding: Shape = { planned: 'two decimals', reported: 'two decimals' };
const survey = {
  invited: 'whole',
  responses: 'whole',
  participation: 'two decimals or null',
  questionMeans: 'eight of two decimals or null',
  mean: 'two decimals or null',
} satisfies Shape;
const points = (...rules: string[]): Shape => Object.fromEntries(rules.map((rule) => [rule, 'two decimals']));

const OUTPUT: Shape = {
  year: 'whole',
  regulation: 'text',
  entity: {
    gate: 'flag',
    qualityOfLife: 'two decimals',
    residualCollection: 'two decimals',
    residualCollectionRate: 'two decimals',
    total: 'two decimals',
  },
  silos: [{ id: 'text', achievement: 'two decimals' }],
  survey: { overall: survey, directions: [{ id: 'text', ...survey }] },
  directions: [
    {
      id: 'text',
      items: points(
        ...[
          'ENT',
          'SET-A',
          'SET-B1',
          'SET-B2',
          'SET-C',
          'SET-D1',
          'SET-D2',
          'MAN-1',
          'MAN-2',
          'MAN-3',
          'MAN-4',
        ],
      ),
      penalties: points('PEN-T', 'PEN-D'),
      assessableStaff: 'whole',
      bandsUsed: 'whole',
      total: 'two decimals',
    },
  ],
  executives: [
    {
      id: 'text',
      direction: 'text',
      total: 'two decimals',
      access: 'flag',
      band: 'band',
      resultPay: 'two decimals',
      uplift: 'two decimals',
      extras: 'two decimals',
      pay: 'two decimals',
    },
  ],
  eqHolders: [
    {
      id: 'text',
      items: points('EQ-1A', 'EQ-1B', 'EQ-2A', 'EQ-2B', 'EQ-3'),
      total: 'two decimals',
      access: 'flag',
      pay: 'two decimals',
    },
  ],
  employees: [
    {
      id: 'text',
      items: points('EMP-1', 'EMP-2', 'EMP-3'),
      total: 'two decimals',
      months: 'whole',
      entitled: 'flag',
      positive: 'flag',
      band: 'band',
      base: 'two decimals',
      uplift: 'two decimals',
      pay: 'two decimals',
    },
  ],
  funds: {
    executives: { available: 'two decimals', firstBandAmount: 'two decimals', ...payments },
    eqHolders: { available: 'two decimals', coefficient: 'four decimals', ...payments },
    employees: {
      available: 'two decimals',
      heads: 'whole',
      positive: 'whole',
      meanPerHead: 'two decimals',
      upliftValue: 'two decimals',
      upliftCount: 'whole',
      upliftPot: 'two decimals',
      basePot: 'two decimals',
      meanBase: 'two decimals',
      meanWithUplift: 'two decimals',
      ...payments,
    },
  },
  projects: {
    list: [
      {
        id: 'text',
        planned: 'two decimals',
        reported: 'two decimals',
        beneficiaries: 'whole',
        max: 'two decimals or null',
        min: 'two decimals or null',
        amounts: [{ id: 'text', amount: 'two decimals' }],
      },
    ],
    own: funding,
    thirdParty: funding,
    total: funding,
  },
  readings: ['rule'],
  warnings: [{ code: 'text', id: 'text' }],
  openDecisions: [{ code: 'text', id: 'text', persons: ['text'] }],
};

const twoDecimals = (value: unknown) => typeof value === 'string' && /^\d+\.\d\d$/.test(value);

const IS: Readonly<Record<Leaf, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string' && value !== '',
  flag: (value) => typeof value === 'boolean',
  whole: (value) => Number.isSafeInteger(value) && (value as number) >= 0 && !Object.is(value, -0),
  'two decimals': twoDecimals,
  'two decimals, perhaps negative': (value) => typeof value === 'string' && /^-?\d+\.\d\d$/.test(value),
  'two decimals or null': (value) => value === null || twoDecimals(value),
  'four decimals': (value) => typeof value === 'string' && /^\d+\.\d{4}$/.test(value),
  'eight of two decimals or null': (value) =>
    value === null || (Array.isArray(value) && value.length === 8 && value.every(twoDecimals)),
  band: (value) => ['first', 'second', 'third', 'fourth', 'fifth', 'none'].includes(value as string),
  rule: (value) => (RULE_IDS as readonly unknown[]).includes(value),
};

/** Where an output differs from the contract: `executives[0].pay: is not two decimals`. None if it is as it must be. */
export function shapeFaults(output: unknown): string[] {
  return faults(output, OUTPUT, 'output');
}

function faults(value: unknown, shape: Shape, path: string): string[] {
  if (typeof shape === 'string') return IS[shape](value) ? [] : [`${path}: is not ${shape}`];
  if (isList(shape)) {
    if (!Array.isArray(value)) return [`${path}: is not a list`];
    return value.flatMap((element, at) => faults(element, shape[0], `${path}[${at}]`));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [`${path}: is not an object`];
  const [found, expected] = [Object.keys(value), Object.keys(shape)];
  if (found.join() !== expected.join()) return [`${path}: has ${found.join()} instead of ${expected.join()}`];
  return expected.flatMap((key) =>
    faults((value as Record<string, unknown>)[key], shape[key]!, `${path}.${key}`),
  );
}

function isList(shape: Shape): shape is readonly [Shape] {
  return Array.isArray(shape);
}
