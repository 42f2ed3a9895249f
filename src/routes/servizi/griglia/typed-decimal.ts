import { writtenMeasure, type Written } from '#core/quantity/written.ts';

/**
 * A number while it is being typed, in the forms that people use most: `1234,5`, `1.234,5`, `-12`, `0.5`. The server reads
 * more; what is read here it reads alike, so the outcome that is shown is the one that will count.
 *
 * @returns null where nothing stands; 'unclear': no number, or one that only the server can read
 */
export function typedDecimal(text: string): Written<'measure'> | null | 'unclear' {
  const typed = text.trim();
  if (typed === '') return null;
  const [, sign, whole, decimals = ''] = FORMS.map((form) => form.exec(typed)).find((found) => found) ?? [];
  if (whole === undefined) return 'unclear';
  const digits = whole.replaceAll('.', '');
  const negative = sign === '-' || sign === '−';
  return (
    writtenMeasure(`${negative ? '-' : ''}${digits}${decimals === '' ? '' : `.${decimals}`}`) ?? 'unclear'
  );
}

const FORMS = [
  /^([-−]?)(\d+)(?:,(\d+))?$/,
  /^([-−]?)([1-9]\d{0,2}(?:\.\d{3})+)(?:,(\d+))?$/,
  /^([-−]?)(\d+)\.(\d{1,2})$/,
];
