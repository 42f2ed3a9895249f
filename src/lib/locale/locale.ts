/** The languages of the portal; the first is the one of who has not chosen. */
export const LOCALES = ['it', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

export const BASE_LOCALE: Locale = 'it';

/** The language of that name, if the portal speaks it; null otherwise. */
export function parseLocale(text: unknown): Locale | null {
  return LOCALES.find((locale) => locale === text) ?? null;
}
