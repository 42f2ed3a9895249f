import type { Language } from './language.ts';
import type { Unit } from './operation.ts';

/** How a written number is told with its unit. */
type Telling = (number: string) => string;

/** A written number with its unit: `1.079,56 €` or `€1,079.56`. */
export function withUnit(number: string, unit: Unit, language: Language): string {
  return UNITS[unit][language](number);
}

const UNITS: Readonly<Record<Unit, Readonly<Record<Language, Telling>>>> = {
  points: { it: after(' punti'), en: after(' points') },
  percent: { it: after(' %'), en: after('%') },
  euro: { it: after(' €'), en: (number) => number.replace(/^-?/, '$&€') },
  months: { it: counted('mese', 'mesi'), en: counted('month', 'months') },
  days: { it: counted('giorno', 'giorni'), en: counted('day', 'days') },
  hours: { it: counted('ora', 'ore'), en: counted('hour', 'hours') },
  persons: { it: counted('persona', 'persone'), en: counted('person', 'persons') },
  rank: { it: after('°'), en: (number) => number + englishOrdinal(number) },
  count: { it: after(''), en: after('') },
  factor: { it: after(''), en: after('') },
};

function after(unit: string): Telling {
  return (number) => number + unit;
}

function counted(one: string, more: string): Telling {
  return (number) => `${number} ${number === '1' ? one : more}`;
}

function englishOrdinal(number: string): string {
  if (/1[123]$/.test(number)) return 'th';
  return { 1: 'st', 2: 'nd', 3: 'rd' }[number.slice(-1)] ?? 'th';
}
