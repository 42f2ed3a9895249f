/**
 * Chance that repeats itself: the same seed draws the same numbers on every machine, so that the example file comes out
 * byte by byte the same. Only integer arithmetic of 32 bits is used, which no engine may do differently.
 */
export interface Random {
  /** A whole number from `least` to `most`, both included. */
  integer(least: number, most: number): number;
  /** A whole number from `least` to `most` that is more often in the middle. */
  bell(least: number, most: number): number;
  /** True in `percent` cases of a hundred. */
  chance(percent: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  shuffled<Item>(items: readonly Item[]): Item[];
}

/** The generator «mulberry32»: 32 bits of state are plenty for a few thousand draws. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const integer = (least: number, most: number) => least + (next() % (most - least + 1));
  return {
    integer,
    bell: (least, most) => {
      const draws = [integer(least, most), integer(least, most), integer(least, most)];
      return Math.round(draws.reduce((sum, draw) => sum + draw, 0) / draws.length);
    },
    chance: (percent) => integer(1, 100) <= percent,
    pick: (items) => items[integer(0, items.length - 1)]!,
    shuffled: (items) => {
      const order = [...items];
      for (let at = order.length - 1; at > 0; at--) {
        const other = integer(0, at);
        [order[at], order[other]] = [order[other]!, order[at]!];
      }
      return order;
    },
  };
}
