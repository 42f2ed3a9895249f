const LETTERS = 16;

/**
 * A receipt as the board writes it, from what somebody typed: in Crockford's base 32 the letters O, I and L stand for the
 * digits that they are mistaken for, and hyphens, spaces and case do not count.
 *
 * @returns the code, or how many letters it has where that is not sixteen
 */
export function readReceipt(typed: string): string | number {
  const letters = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return letters.length === LETTERS ? letters.replace(/.{4}(?!$)/g, '$&-') : letters.length;
}
