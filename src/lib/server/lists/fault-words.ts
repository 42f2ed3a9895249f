import type { Locale } from '#lib/locale/locale.ts';
import { m } from '#lib/paraglide/messages.js';
import type { ReferenceTarget } from './column.ts';
import { decimalWords } from './cell-words.ts';
import type { CellFault } from './fault.ts';

/** What is wrong, and what to do, in the language of the page. */
export function faultWords(fault: CellFault, locale: Locale): string {
  switch (fault.code) {
    case 'missing':
      return m.lists_fault_missing();
    case 'notANumber':
      return m.lists_fault_notANumber({ text: fault.text });
    case 'notWhole':
      return m.lists_fault_notWhole({ text: fault.text });
    case 'tooManyDecimals':
      return fault.most === 0
        ? m.lists_fault_notWhole({ text: '' })
        : m.lists_fault_tooManyDecimals({ most: fault.most });
    case 'tooSmall': {
      const least = decimalWords(fault.least, locale);
      return fault.exclusive ? m.lists_fault_notMoreThan({ least }) : m.lists_fault_tooSmall({ least });
    }
    case 'tooLarge':
      return m.lists_fault_tooLarge({ most: decimalWords(fault.most, locale) });
    case 'notADate':
      return m.lists_fault_notADate({ text: fault.text });
    case 'notYesNo':
      return m.lists_fault_notYesNo({ text: fault.text });
    case 'notAChoice':
      return m.lists_fault_notAChoice({ text: fault.text, choices: fault.choices.join(', ') });
    case 'tooLong':
      return m.lists_fault_tooLong({ most: fault.most });
    case 'unknown':
      return m.lists_fault_unknown({ what: TARGETS[fault.to](), text: fault.text });
    case 'ambiguous':
      return m.lists_fault_ambiguous({ what: TARGETS[fault.to](), text: fault.text });
    case 'errorCell':
      return m.lists_fault_errorCell({ text: fault.text });
    case 'twice':
      return m.lists_fault_twice({ row: fault.row });
    case 'alreadyThere':
      return m.lists_fault_alreadyThere();
    case 'taken':
      return m.lists_fault_taken();
    case 'stillUsed':
      return m.lists_fault_stillUsed();
    case 'changedMeanwhile':
      return m.lists_fault_changedMeanwhile();
    case 'endBeforeStart':
      return m.lists_fault_endBeforeStart();
    case 'overlaps':
      return m.lists_fault_overlaps();
    case 'domain':
      return fault[locale];
  }
}

const TARGETS: Readonly<Record<ReferenceTarget, () => string>> = {
  unit: m.lists_target_unit,
  person: m.lists_target_person,
  silo: m.lists_target_silo,
  objective: m.lists_target_objective,
  parentObjective: m.lists_target_objective,
  service: m.lists_target_service,
  indicator: m.lists_target_indicator,
  project: m.lists_target_project,
};
