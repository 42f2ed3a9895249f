import type { RuleId } from '../regulation/rule-id.ts';
import type { Band } from '../regulation/schema.ts';
import type { EmployeeItem } from '../rules/employee-sheet.ts';
import type { EqItem } from '../rules/eq-sheet.ts';
import type { Penalty, SheetItem } from '../rules/executive-sheet.ts';
import type { OpenDecision, Warning } from './notices.ts';

/**
 * What the core gives out (core contract, "Output"). Points, percentages and amounts are strings with two decimals,
 * lists come in the order of the input.
 */
export interface CycleOutput {
  readonly year: number;
  readonly regulation: string;
  readonly entity: {
    readonly gate: boolean;
    readonly qualityOfLife: string;
    readonly residualCollection: string;
    readonly residualCollectionRate: string;
    readonly total: string;
  };
  readonly silos: readonly { readonly id: string; readonly achievement: string }[];
  readonly survey: {
    readonly overall: SurveyOutput;
    readonly directions: readonly ({ readonly id: string } & SurveyOutput)[];
  };
  readonly directions: readonly DirectionOutput[];
  readonly executives: readonly ExecutiveOutput[];
  readonly eqHolders: readonly EqHolderOutput[];
  readonly employees: readonly EmployeeOutput[];
  readonly funds: {
    readonly executives: { readonly available: string; readonly firstBandAmount: string } & Payments;
    readonly eqHolders: { readonly available: string; readonly coefficient: string } & Payments;
    readonly employees: EmployeeFundOutput;
  };
  readonly projects: {
    readonly list: readonly ProjectOutput[];
    readonly own: FundingOutput;
    readonly thirdParty: FundingOutput;
    readonly total: FundingOutput;
  };
  readonly readings: readonly RuleId[];
  readonly warnings: readonly Warning[];
  readonly openDecisions: readonly OpenDecision[];
}

export interface SurveyOutput {
  readonly invited: number;
  readonly responses: number;
  readonly participation: string | null;
  readonly questionMeans: readonly string[] | null;
  readonly mean: string | null;
}

export interface DirectionOutput {
  readonly id: string;
  readonly items: Readonly<Record<SheetItem, string>>;
  readonly penalties: Readonly<Record<Penalty, string>>;
  readonly assessableStaff: number;
  readonly bandsUsed: number;
  readonly total: string;
}

export interface ExecutiveOutput {
  readonly id: string;
  readonly direction: string;
  readonly total: string;
  readonly access: boolean;
  readonly band: Band;
  readonly resultPay: string;
  readonly uplift: string;
  readonly extras: string;
  readonly pay: string;
}

export interface EqHolderOutput {
  readonly id: string;
  readonly items: Readonly<Record<EqItem, string>>;
  readonly total: string;
  readonly access: boolean;
  readonly pay: string;
}

export interface EmployeeOutput {
  readonly id: string;
  readonly items: Readonly<Record<EmployeeItem, string>>;
  readonly total: string;
  readonly months: number;
  readonly entitled: boolean;
  readonly positive: boolean;
  readonly band: Band;
  readonly base: string;
  readonly uplift: string;
  readonly pay: string;
}

export interface EmployeeFundOutput extends Payments {
  readonly available: string;
  readonly heads: number;
  readonly positive: number;
  readonly meanPerHead: string;
  readonly upliftValue: string;
  readonly upliftCount: number;
  readonly upliftPot: string;
  readonly basePot: string;
  readonly meanBase: string;
  readonly meanWithUplift: string;
}

export interface Payments {
  readonly paid: string;
  readonly economies: string;
}

export interface ProjectOutput {
  readonly id: string;
  readonly planned: string;
  readonly reported: string;
  readonly beneficiaries: number;
  readonly max: string | null;
  readonly min: string | null;
  readonly amounts: readonly { readonly id: string; readonly amount: string }[];
}

export interface FundingOutput {
  readonly planned: string;
  readonly reported: string;
}
