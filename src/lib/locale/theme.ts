/** What a person can choose; `auto` follows the device. */
export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** The theme of that name, if there is one; null otherwise. */
export function parseTheme(text: unknown): Theme | null {
  return THEMES.find((theme) => theme === text) ?? null;
}
