/** A text without accents and in small letters: `Niccolò` → `niccolo`. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
