/** A text in the two languages of the portal. In a spreadsheet the Italian one is the column's title. */
export interface Words {
  readonly it: string;
  readonly en: string;
}

/** What a column may point to. */
export type ReferenceTarget =
  'unit' | 'person' | 'silo' | 'objective' | 'service' | 'indicator' | 'project' | 'parentObjective';

export interface Choice extends Words {
  readonly value: string;
}

/** What stands in a column. Limits are plain decimals, as they are printed in a fault. */
export type ColumnKind =
  | { readonly kind: 'text'; readonly most: number; readonly lines?: boolean }
  | { readonly kind: 'whole'; readonly least: number; readonly most: number }
  | {
      readonly kind: 'decimal';
      /** Null: negative ones too. */
      readonly least: string | null;
      readonly most: string | null;
      readonly decimals: number;
      readonly unit?: 'euro' | 'percent';
      /** More than `least`, not equal to it. */
      readonly exclusive?: boolean;
    }
  | { readonly kind: 'date' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'choice'; readonly choices: readonly Choice[] }
  | { readonly kind: 'reference'; readonly to: ReferenceTarget };

export type Column = ColumnKind & {
  readonly key: string;
  readonly title: Words;
  /** What to write in it, where the title does not say it. */
  readonly hint?: Words;
  readonly required: boolean;
  /** Further titles under which other programs write it, in small letters and without accents. */
  readonly alias?: readonly string[];
};

type Extra = Partial<Pick<Column, 'hint' | 'required' | 'alias'>>;

const column = (key: string, it: string, en: string, kind: ColumnKind, extra: Extra): Column => ({
  ...kind,
  key,
  title: { it, en },
  required: true,
  ...extra,
});

/** The columns that the lists are made of: key, Italian title, English title. All are required unless told otherwise. */
export const text = (key: string, it: string, en: string, extra: Extra & { most?: number } = {}) =>
  column(key, it, en, { kind: 'text', most: extra.most ?? 500 }, extra);

export const lines = (key: string, it: string, en: string, extra: Extra = {}) =>
  column(key, it, en, { kind: 'text', most: 5000, lines: true }, { required: false, ...extra });

export const whole = (key: string, it: string, en: string, least: number, most: number, extra: Extra = {}) =>
  column(key, it, en, { kind: 'whole', least, most }, extra);

export const money = (key: string, it: string, en: string, extra: Extra = {}) =>
  column(
    key,
    it,
    en,
    { kind: 'decimal', least: '0', most: '100000000000', decimals: 2, unit: 'euro' },
    extra,
  );

export const percent = (key: string, it: string, en: string, extra: Extra = {}) =>
  column(key, it, en, { kind: 'decimal', least: '0', most: '100', decimals: 10, unit: 'percent' }, extra);

export const decimal = (
  key: string,
  it: string,
  en: string,
  [least, most]: readonly [string | null, string | null],
  extra: Extra & { decimals?: number; exclusive?: boolean } = {},
) =>
  column(
    key,
    it,
    en,
    { kind: 'decimal', least, most, decimals: extra.decimals ?? 10, exclusive: extra.exclusive ?? false },
    extra,
  );

/** A weight among others; empty: 1. */
export const weight = (key: string, it: string, en: string, extra: Extra = {}) =>
  decimal(key, it, en, ['0', '1000000'], { required: false, exclusive: true, ...extra });

export const date = (key: string, it: string, en: string, extra: Extra = {}) =>
  column(key, it, en, { kind: 'date' }, extra);

export const yesNo = (key: string, it: string, en: string, extra: Extra = {}) =>
  column(key, it, en, { kind: 'boolean' }, extra);

export const choice = (key: string, it: string, en: string, choices: readonly Choice[], extra: Extra = {}) =>
  column(key, it, en, { kind: 'choice', choices }, extra);

export const reference = (key: string, it: string, en: string, to: ReferenceTarget, extra: Extra = {}) =>
  column(key, it, en, { kind: 'reference', to }, extra);

export const person = (extra: Extra = {}) =>
  reference('personId', 'Persona', 'Person', 'person', {
    hint: {
      it: 'Codice, matricola, codice fiscale, posta, oppure cognome e nome.',
      en: 'Code, staff number, tax code, mail, or family name and given name.',
    },
    ...extra,
  });

export const direction = (extra: Extra = {}) =>
  reference('unitId', 'Direzione', 'Direction', 'unit', {
    hint: { it: 'Codice o nome.', en: 'Code or name.' },
    ...extra,
  });
