/** What the format of a cell makes of its number. */
export type NumberMeaning = 'number' | 'date' | 'percent';

/** Formats that are known by their number alone (ECMA-376 part 1, 18.8.30), those of East Asia with the dates. */
const BUILT_IN: ReadonlyMap<number, NumberMeaning> = new Map<number, NumberMeaning>([
  [9, 'percent'],
  [10, 'percent'],
  ...[14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map(
    (id) => [id, 'date'] as const,
  ),
]);

/** What Excel allows. */
const MOST_CHARACTERS = 255;

/**
 * The meaning of a format by its number and, if the file defines it, its code such as `dd/mm/yyyy`. A format of hours and
 * minutes only is no date.
 */
export function meaningOfFormat(id: number, code: string | undefined): NumberMeaning {
  if (code === undefined) return BUILT_IN.get(id) ?? 'number';
  // Without what is shown as it stands: quoted, escaped, padding; without colours, conditions and languages in brackets, where hours stand too.
  const shown = code
    .slice(0, MOST_CHARACTERS)
    .replace(/"[^"]*"|[\\_*].|\[(?![hms]+\])[^\]]*\]/gis, '')
    .split(';', 1)[0]!;
  if (/general/i.test(shown)) return 'number';
  if (/[dy]/i.test(shown) || (/m/i.test(shown) && !/[hs]/i.test(shown))) return 'date';
  return shown.includes('%') ? 'percent' : 'number';
}
