import type { WarningCode } from '#core/cycle/notices.ts';
import { WARNING_TEXT } from '#core/cycle/warning-text.ts';
import type { Locale } from '#lib/locale/locale.ts';
import { m } from '#lib/paraglide/messages.js';
import type { ComputedCycle } from './service.ts';

export interface WarningRow {
  readonly text: string;
  readonly about: string;
}

/** The warnings of a year for a page that many read: directions and silos by name, of persons only how many. */
export function warningRows({ input, cycle }: ComputedCycle, locale: Locale): WarningRow[] {
  const names = new Map([
    ['entity', m.cycles_wholeEntity({}, { locale })],
    ['executives', m.cycles_staff_executives({}, { locale })],
    ...[...input.silos, ...input.directions].map(({ id, name }) => [id, name] as const),
  ]);
  const persons = new Map<WarningCode, number>();
  const rows: WarningRow[] = [];
  for (const { code, id } of cycle.warnings) {
    const name = names.get(id);
    if (name === undefined) persons.set(code, (persons.get(code) ?? 0) + 1);
    else rows.push({ text: WARNING_TEXT[code][locale], about: name });
  }
  for (const [code, count] of persons)
    rows.push({ text: WARNING_TEXT[code][locale], about: m.cycles_persons({ count }, { locale }) });
  return rows;
}
