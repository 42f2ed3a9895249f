import type { Locale } from './locale.ts';
import type { Theme } from './theme.ts';

/**
 * Fills in what src/app.html leaves open for the person's choices: `%lang%`, and `%theme%`, which stays empty for who
 * follows the device. For `transformPageChunk` of the server hook.
 */
export function fillDocument(html: string, locale: Locale, theme: Theme): string {
  return html.replace('%lang%', locale).replace('%theme%', theme === 'auto' ? '' : theme);
}
