const SHORTEST_MS = 20_000;
const LONGEST_MS = 180_000;
const RANDOM_VALUES = 2 ** 32;

/**
 * When to send what is ready now, in milliseconds since 1970: at a moment that nobody can foresee, so that a vote does
 * not arrive just when somebody was seen to use the portal.
 */
export function randomlyLater(now: number = Date.now()): number {
  const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
  return Math.round(now + SHORTEST_MS + (drawn / RANDOM_VALUES) * (LONGEST_MS - SHORTEST_MS));
}
