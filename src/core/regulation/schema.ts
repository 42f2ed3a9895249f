import * as z from 'zod';
import { compare } from '../quantity/rational.ts';
import { bilingual, number, parameter, percentage, rule, whole } from './parts.ts';

/** The evaluation bands, from the best to none (`BAND-E`). */
export const BANDS = ['first', 'second', 'third', 'fourth', 'fifth', 'none'] as const;
export type Band = (typeof BANDS)[number];

/** The disciplinary sanctions that reduce a premium (`SAN-1`). */
export const SANCTIONS = [
  'written-reprimand',
  'fine',
  'suspension-to-10-days',
  'suspension-to-1-month',
  'suspension-over-1-month',
] as const;
export type Sanction = (typeof SANCTIONS)[number];

const points = number('points');
const band = z.enum(BANDS);

/** Cuts from below: a value belongs to the first row whose `upTo` it does not exceed. */
const bandRow = z.strictObject({ band, upTo: percentage() });
const rising = (rows: readonly z.output<typeof bandRow>[]) =>
  rows.every((row, at) => at === 0 || compare(rows[at - 1]!.upTo.value, row.upTo.value) < 0);

const upTo = z.int().min(0).nullable();
const openAtTheEnd = (rows: readonly { readonly limit: number | null }[]) =>
  rows.every(({ limit }, at) =>
    at === rows.length - 1 ? limit === null : limit !== null && (at === 0 || rows[at - 1]!.limit! < limit),
  );

const ties = parameter(z.literal('rank-then-decision'));

const rules = z.strictObject({
  'GATE-1': rule({ appliesTo: parameter(z.array(z.enum(['executives', 'eqHolders']))) }),
  ENT: rule({}),
  'ENT-A': rule({ maximum: parameter(points), bestPosition: parameter(whole('rank', 1, 1_000_000)) }),
  'ENT-B': rule({ maximum: parameter(points), minimumRate: parameter(percentage()) }),
  'SET-A': rule({
    factors: parameter(whole('count', 1, 100)),
    factorMaximum: parameter(points),
    several: parameter(z.literal('mean')),
  }),
  'OBJ-A': rule({
    method: parameter(z.literal('distance-from-baseline')),
    onTarget: parameter(z.literal('deviation')),
    notMeasured: parameter(percentage()),
  }),
  'SET-B1': rule({ maximum: parameter(points) }),
  'SET-B2': rule({ maximum: parameter(points) }),
  'IND-O': rule({ tolerance: parameter(percentage()) }),
  'SET-C': rule({
    maximum: parameter(points),
    outcomeWeights: parameter(
      z.strictObject({ improved: number('factor'), unchanged: number('factor'), worsened: number('factor') }),
    ),
  }),
  'SET-D1': rule({
    maximum: parameter(points),
    hours: parameter(number('hours')),
    method: parameter(z.enum(['all', 'proportional'])),
  }),
  'SET-D2': rule({ maximum: parameter(points) }),
  'MAN-1': rule({ maximum: parameter(points) }),
  'MAN-2': rule({ maximum: parameter(points) }),
  'MAN-3': rule({ maximum: parameter(points) }),
  'MAN-4': rule({ maximum: parameter(points), method: parameter(z.enum(['mean', 'rescaled'])) }),
  'PEN-T': rule({
    findings: parameter(
      z
        .array(z.strictObject({ upTo, points }))
        .min(1)
        .refine((rows) => openAtTheEnd(rows.map((row) => ({ limit: row.upTo }))), 'the rows leave a gap'),
    ),
    notReported: parameter(points),
  }),
  'PEN-D': rule({
    minimumStaff: parameter(whole('persons', 1, 1_000_000)),
    classes: parameter(
      z
        .array(z.strictObject({ staffUpTo: upTo, points: z.array(points).min(1) }))
        .min(1)
        .refine(
          (rows) => openAtTheEnd(rows.map((row) => ({ limit: row.staffUpTo }))),
          'the rows leave a gap',
        ),
    ),
    employeeBands: parameter(z.array(bandRow).min(1).refine(rising, 'the rows do not rise')),
  }),
  'BAND-E': rule({
    bands: parameter(
      z
        .array(bandRow.extend({ share: percentage() }))
        .min(1)
        .refine(rising, 'the rows do not rise'),
    ),
  }),
  'PAY-E': rule({ minimumTotal: parameter(points), minimumMonths: parameter(whole('months', 1, 12)) }),
  'PEN-P': rule({ reduction: parameter(percentage()) }),
  'UPL-E': rule({ places: parameter(whole('count', 1, 1000)), ties }),
  'EXT-E': rule({}),
  'SUR-1': rule({
    statements: parameter(z.array(bilingual).min(1)),
    scale: parameter(z.array(bilingual.extend({ points: z.int().min(0) })).min(2)),
  }),
  'SUR-2': rule({}),
  'SUR-3': rule({ threshold: parameter(whole('count', 1, 1_000_000)) }),
  'SUR-4': rule({
    knownAnswers: parameter(whole('count', 0, 4)),
    distributionFrom: parameter(whole('count', 1, 1_000_000)),
    participationFrom: parameter(whole('persons', 1, 1_000_000)),
    participationStep: parameter(whole('percent', 1, 100)),
  }),
  'EQ-1A': rule({ maximum: parameter(points) }),
  'EQ-1B': rule({
    maximum: parameter(points),
    items: parameter(z.array(z.enum(['SET-B1', 'SET-B2', 'SET-C'])).min(1)),
  }),
  'EQ-2A': rule({ maximum: parameter(points), objectives: parameter(whole('count', 1, 100)) }),
  'EQ-2B': rule({ maximum: parameter(points) }),
  'EQ-3': rule({
    behaviours: parameter(whole('count', 1, 100)),
    behaviourMinimum: parameter(points),
    behaviourMaximum: parameter(points),
  }),
  'PAY-Q': rule({ minimumTotal: parameter(points), minimumMonths: parameter(whole('months', 1, 12)) }),
  'EMP-1': rule({ maximum: parameter(points), objectives: parameter(whole('count', 1, 100)) }),
  'EMP-2': rule({ maximum: parameter(points), objectives: parameter(whole('count', 1, 100)) }),
  'EMP-3': rule({ behaviours: parameter(whole('count', 1, 100)), behaviourMaximum: parameter(points) }),
  'EMP-M': rule({}),
  'UPL-V': rule({ percentage: parameter(percentage()), euroDecimals: parameter(whole('count', 0, 2)) }),
  'UPL-K': rule({ percentage: parameter(percentage()) }),
  'UPL-W': rule({ ties }),
  'EMP-B': rule({}),
  'EMP-S': rule({}),
  'PAY-M': rule({
    minimumMonths: parameter(whole('months', 1, 12)),
    minimumDays: parameter(whole('days', 0, 31)),
    minimumTotal: parameter(points),
  }),
  'SAN-1': rule({
    reductions: parameter(z.record(z.enum(SANCTIONS), percentage())),
    cap: parameter(percentage()),
  }),
  'BAL-1': rule({
    steps: parameter(
      z
        .array(
          z.strictObject({ from: number('euro'), share: percentage(), writtenTo: number('euro').optional() }),
        )
        .refine(
          (rows) =>
            rows.every((row, at) => at === 0 || compare(rows[at - 1]!.from.value, row.from.value) < 0),
          'the rows do not rise',
        ),
    ),
  }),
});

/**
 * A regulation: everything that another municipality, or another year, would have otherwise. One versioned document,
 * validated when it is loaded, each parameter cited and dated (rules.md §0).
 */
export const regulationSchema = z.strictObject({
  id: z.string().min(1),
  title: z.string().min(1),
  from: z.iso.date(),
  to: z.iso.date().nullable(),
  sources: z.array(z.strictObject({ short: z.string().min(1), title: z.string().min(1) })),
  rules,
});

export type Regulation = z.output<typeof regulationSchema>;
export type Rules = Regulation['rules'];
