import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/locale/locale.ts';
import { decimalWords } from '../lists/cell-words.ts';
import { faultWords } from '../lists/fault-words.ts';
import type { ObjectiveFault } from './fault.ts';
import { gapTitle } from './words.ts';

export interface FaultInWords {
  readonly message: string;
  readonly field?: string;
}

/**
 * Why a step was refused, in the language of the page.
 *
 * @param title what a field is called on the page, by its column
 */
export function faultsInWords(
  faults: readonly ObjectiveFault[],
  locale: Locale,
  title: (field: string) => string | undefined = () => undefined,
): FaultInWords[] {
  return faults.map((fault) => inWords(fault, locale, title));
}

function inWords(
  fault: ObjectiveFault,
  locale: Locale,
  title: (field: string) => string | undefined,
): FaultInWords {
  switch (fault.code) {
    case 'gap':
      return { message: m.objectives_fault_gap({ gap: gapTitle(fault.gap) }) };
    case 'personWeights':
      return {
        message: m.objectives_fault_personWeights({
          name: fault.name,
          total: decimalWords(fault.total, locale),
        }),
      };
    case 'remarkMissing':
      return { message: m.objectives_fault_remarkMissing(), field: 'remarks' };
    case 'remarkLong':
      return { message: m.objectives_fault_remarkLong(), field: 'remarks' };
    case 'achievementMissing':
      return { message: m.objectives_fault_achievementMissing(), field: 'achievement' };
    case 'reasonMissing':
      return { message: m.objectives_fault_reasonMissing(), field: 'reason' };
    case 'list': {
      const words = faultWords(fault.fault, locale);
      const name = fault.column === null ? undefined : title(fault.column);
      if (fault.column === null || name === undefined) return { message: words };
      return { field: fault.column, message: `${name}: ${words}` };
    }
    default:
      return { message: PLAIN[fault.code]() };
  }
}

const PLAIN = {
  unknown: m.objectives_fault_unknown,
  notYours: m.objectives_fault_notYours,
  wrongState: m.objectives_fault_wrongState,
  closed: m.objectives_fault_closed,
  noLeader: m.objectives_fault_noLeader,
  serves: m.objectives_fault_serves,
} as const;
