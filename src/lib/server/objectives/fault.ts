import type { CellFault, RecordFault } from '../lists/fault.ts';
import type { ObjectiveGap } from './state.ts';

/** Why a step of an objective is refused. The words are in `fault-words.ts`. */
export type ObjectiveFault =
  /** There is none, or none that the person may know of. */
  | { readonly code: 'unknown' }
  | { readonly code: 'notYours' }
  /** It has gone on, or has not come so far. */
  | { readonly code: 'wrongState' }
  | { readonly code: 'closed' }
  | { readonly code: 'gap'; readonly gap: ObjectiveGap }
  /** The objectives of a person have weights that come to nothing meant. */
  | { readonly code: 'personWeights'; readonly name: string; readonly total: string }
  | { readonly code: 'noLeader' }
  | { readonly code: 'remarkMissing' }
  | { readonly code: 'remarkLong' }
  | { readonly code: 'achievementMissing' }
  | { readonly code: 'reasonMissing' }
  | { readonly code: 'serves' }
  /** What the list says of a record. */
  | { readonly code: 'list'; readonly column: string | null; readonly fault: CellFault };

/** Ends a transaction that must leave nothing behind. */
export class Refused extends Error {
  readonly faults: readonly ObjectiveFault[];
  constructor(...faults: readonly ObjectiveFault[]) {
    super('the step is refused');
    this.faults = faults;
  }
}

export const listFault = ({ column, fault }: Pick<RecordFault, 'column' | 'fault'>): ObjectiveFault => ({
  code: 'list',
  column,
  fault,
});
