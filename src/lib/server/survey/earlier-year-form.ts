import type { EarlierSurvey } from './earlier-years.ts';

export interface Fault {
  readonly field: string;
  /** `many`: more responses than people invited. */
  readonly kind: 'whole' | 'mean' | 'many';
}

type Parsed =
  | { readonly ok: true; readonly survey: EarlierSurvey }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** What was typed about an earlier year; means in Italian or English form, such as `3,38`. */
export function parseEarlierYear(typed: Readonly<Record<string, string>>, questions: number): Parsed {
  const faults: Fault[] = [];
  const whole = (field: string, least: number, most: number): number => {
    const text = typed[field] ?? '';
    const number = /^[0-9]{1,9}$/.test(text) ? Number(text) : NaN;
    if (!(number >= least && number <= most)) faults.push({ field, kind: 'whole' });
    return number;
  };
  const mean = (field: string): number => {
    const [, units, decimals = ''] = /^([1-5])(?:[.,]([0-9]{1,2}))?$/.exec(typed[field] ?? '') ?? [];
    const hundredths = Number(units) * 100 + Number(decimals.padEnd(2, '0'));
    if (!(hundredths >= 100 && hundredths <= 500)) faults.push({ field, kind: 'mean' });
    return hundredths;
  };
  const survey = {
    year: whole('year', 2000, 2100),
    invited: whole('invited', 1, 1_000_000),
    responses: whole('responses', 1, 1_000_000),
    means: Array.from({ length: questions }, (_, at) => mean(`mean-${at + 1}`)),
  };
  if (survey.responses > survey.invited) faults.push({ field: 'responses', kind: 'many' });
  return faults.length > 0 ? { ok: false, faults } : { ok: true, survey };
}
