import { CREMONA_2025 } from '#core/regulation/catalogue.ts';
import type { Locale } from '#lib/locale/locale.ts';

/** The answers from the lowest to the highest, in the reader's language. */
export function scaleIn(locale: Locale): string[] {
  return CREMONA_2025.rules['SUR-1'].parameters.scale.value.map((answer) => answer[locale]);
}
