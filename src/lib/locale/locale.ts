import { LANGUAGES, type Language } from '#core/explain/language.ts';

/** The languages of the portal: those that the core can explain in. */
export const LOCALES = LANGUAGES;
export type Locale = Language;

export const BASE_LOCALE: Locale = 'it';

/** The language of that name, if the portal speaks it; null otherwise. */
export function parseLocale(text: unknown): Locale | null {
  return LOCALES.find((locale) => locale === text) ?? null;
}
