import * as z from 'zod';
import { regulationSchema, SANCTIONS, type Regulation } from '../regulation/schema.ts';
import { quantityField, quantityListField, quantityRecordField, type Limits } from './quantity-field.ts';

const id = z.string().min(1);
const text = z.string();

const PERCENT: Limits = { least: '0', most: '100' };
const DEGREE: Limits = { least: '0', most: '1' };
const MONEY: Limits = { least: '0', decimals: 2 };
const COUNT: Limits = { least: '0', most: '9007199254740991', whole: true };
/** More than any body has, and sums of such counts stay exact. */
const PEOPLE: Limits = { least: '0', most: '1000000000', whole: true };
const RANK: Limits = { ...COUNT, least: '1' };
const MONTHS: Limits = { least: '0', most: '12', whole: true };
const WEIGHT: Limits = { least: '0', exclusive: true };

const percent = quantityField<'percent'>(PERCENT);
const money = quantityField<'money'>(MONEY);
const count = quantityField<'count'>(COUNT);
const months = quantityField<'months'>(MONTHS);
const weight = quantityField<'weight'>(WEIGHT).optional();
const rank = quantityField<'rank'>(COUNT).optional();

const indicators = z.strictObject({
  improved: count,
  unchanged: count,
  worsened: count,
  notAssessable: count,
});
const objective = z.strictObject({ achievement: percent, weight });

/**
 * What goes into the core (core contract, "Input"), with the ranges of a regulation: the number of answers, factors,
 * behaviours and objectives and the points they may have are the regulation's, the rest is the contract's.
 * References between the parts are checked beside it, see `references.ts`.
 */
export function inputSchema(regulation: Regulation) {
  const { rules } = regulation;
  const scale = rules['SUR-1'].parameters.scale.value.map(({ points }) => points);
  const answers = quantityListField<'answer'>(rules['SUR-1'].parameters.statements.value.length, {
    least: String(Math.min(...scale)),
    most: String(Math.max(...scale)),
    whole: true,
  });
  const policyAlignment = quantityListField<'points'>(
    Number(rules['SET-A'].parameters.factors.value.written),
    {
      least: '0',
      most: rules['SET-A'].parameters.factorMaximum.value.written,
    },
  );
  const eqBehaviours = quantityListField<'points'>(
    Number(rules['EQ-3'].parameters.behaviours.value.written),
    {
      least: rules['EQ-3'].parameters.behaviourMinimum.value.written,
      most: rules['EQ-3'].parameters.behaviourMaximum.value.written,
    },
  );
  const employeeBehaviours = quantityListField<'points'>(
    Number(rules['EMP-3'].parameters.behaviours.value.written),
    {
      least: '0',
      most: rules['EMP-3'].parameters.behaviourMaximum.value.written,
    },
  );
  const awarded = (rule: 'MAN-1' | 'MAN-2' | 'MAN-3') =>
    quantityField<'points'>({ least: '0', most: rules[rule].parameters.maximum.value.written });
  const objectives = (rule: 'EQ-2A' | 'EMP-1' | 'EMP-2') =>
    z.array(objective).max(Number(rules[rule].parameters.objectives.value.written));

  return z.strictObject({
    year: quantityField<'year'>({ least: '2000', most: '2100', whole: true }),
    regulation: z.union([z.string(), regulationSchema]),
    entity: z.strictObject({
      budgetBalance: z.strictObject({ achieved: z.boolean(), waiver: z.boolean() }),
      qualityOfLife: z.array(
        z.strictObject({
          source: text,
          position: quantityField<'rank'>(RANK),
          of: quantityField<'count'>(RANK),
        }),
      ),
      residualCollection: z.array(z.strictObject({ title: text, collected: money, assessed: money })),
    }),
    silos: z.array(z.strictObject({ id, name: text, achievement: percent.optional() })),
    objectives: z.array(
      z.strictObject({
        id,
        direction: id,
        silo: id.optional(),
        kind: z.enum(['principal', 'derived']),
        achievement: percent,
        weight,
      }),
    ),
    directions: z.array(
      z.strictObject({
        id,
        name: text,
        policyAlignment,
        indicators,
        training: z.strictObject({
          staff: z.array(
            z.strictObject({
              hours: quantityField<'hours'>({ least: '0' }),
              days: quantityField<'days'>({ least: '0', most: '366', whole: true }),
              exempt: z.boolean().optional(),
            }),
          ),
          internalDelivery: quantityField<'degree'>(DEGREE),
        }),
        managerial: z.strictObject({
          planning: awarded('MAN-1'),
          timeliness: awarded('MAN-2'),
          eqObjectives: awarded('MAN-3'),
        }),
        transparency: z.strictObject({ reported: z.boolean(), findings: count }),
        latePayments: z.boolean(),
      }),
    ),
    survey: z
      .strictObject({
        invited: quantityRecordField<'count'>(PEOPLE),
        responses: z.array(z.strictObject({ direction: id, answers })),
      })
      .optional(),
    executives: z.array(
      z.strictObject({
        id,
        direction: id,
        months,
        extras: z.array(z.strictObject({ label: text, amount: money })).optional(),
        tieBreakRank: rank,
      }),
    ),
    eqHolders: z.array(
      z.strictObject({
        id,
        direction: id,
        months,
        objectives: objectives('EQ-2A'),
        indicators,
        behaviours: eqBehaviours,
        incentiveReduction: percent.optional(),
      }),
    ),
    employees: z.array(
      z.strictObject({
        id,
        direction: id,
        months: months.optional(),
        presenceDays: quantityListField<'days'>(12, { least: '0', most: '31', whole: true }).optional(),
        individualObjectives: objectives('EMP-1'),
        groupObjectives: objectives('EMP-2'),
        behaviours: employeeBehaviours,
        sanctions: z.array(z.enum(SANCTIONS)).optional(),
        otherIncentives: money.optional(),
        tieBreakRank: rank,
      }),
    ),
    funds: z.strictObject({
      executives: z.strictObject({ resultPay: money, uplift: money, firstBandAmount: money.optional() }),
      eqHolders: z.strictObject({ resultPay: money }),
      employees: z.strictObject({ individual: money }),
    }),
    projects: z.array(
      z.strictObject({
        id,
        name: text,
        funding: z.enum(['own', 'third-party']),
        planned: money,
        reported: money,
        beneficiaries: z.array(
          z.strictObject({
            id,
            share: quantityField<'share'>({ least: '0' }).optional(),
            amount: money.optional(),
          }),
        ),
      }),
    ),
  });
}

/** An input that has been checked against a regulation. */
export type CycleInput = z.infer<ReturnType<typeof inputSchema>>;

export type DirectionInput = CycleInput['directions'][number];
export type ExecutiveInput = CycleInput['executives'][number];
export type EqHolderInput = CycleInput['eqHolders'][number];
export type EmployeeInput = CycleInput['employees'][number];
export type ProjectInput = CycleInput['projects'][number];
export type SurveyInput = NonNullable<CycleInput['survey']>;
export type Indicators = DirectionInput['indicators'];
