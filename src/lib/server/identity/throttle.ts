import { RateLimiterMemory } from 'rate-limiter-flexible';
import * as z from 'zod';

/** Each kind of secret that somebody may try to guess is counted for itself. */
export type Secret = 'password' | 'code' | 'reset';

export type Permission =
  /** Go on; `forgive` when the secret was right. */
  | { readonly allowed: true; forgive(): Promise<void> }
  /** Not before so many seconds. */
  | { readonly allowed: false; readonly seconds: number };

export interface Throttle {
  /**
   * Counts a try before the secret is looked at, so that many at once are many.
   *
   * @param who the login as it was typed, whether or not it exists, or the account
   * @param address where the request came from
   */
  attempt(secret: Secret, who: string, address: string): Promise<Permission>;
}

export interface ThrottleSettings {
  /** Failures of one login from one address before the waiting begins. */
  readonly free: number;
  /** Failures of one login from anywhere within a day before the waiting begins. */
  readonly freeAnywhere: number;
  /** Failures from one address, whatever the login, within a quarter of an hour. */
  readonly perAddress: number;
}

const DAY = 86_400;
const QUARTER = 900;
/** An hour is longer than anybody guesses, and short enough for who has only forgotten. */
const LONGEST_WAIT = 3600;
/** Who is locked out by somebody else's tries waits a minute at most. */
const LONGEST_WAIT_ANYWHERE = 60;

const limit = (usual: number) => z.coerce.number().int().positive().default(usual);

const environment = z.object({
  ACCORDO_LIMIT_TRIES: limit(5),
  ACCORDO_LIMIT_TRIES_ANYWHERE: limit(50),
  ACCORDO_LIMIT_PER_ADDRESS: limit(100),
});

/** The limits of the environment. Throws if one is not a whole number above 0. */
export function throttleSettings(env: NodeJS.ProcessEnv): ThrottleSettings {
  const limits = environment.parse(env);
  return {
    free: limits.ACCORDO_LIMIT_TRIES,
    freeAnywhere: limits.ACCORDO_LIMIT_TRIES_ANYWHERE,
    perAddress: limits.ACCORDO_LIMIT_PER_ADDRESS,
  };
}

/** Counts tries in memory only: what somebody mistyped is nobody's business tomorrow. */
export function throttle({ free, freeAnywhere, perAddress }: ThrottleSettings): Throttle {
  const here = growing(free, DAY, LONGEST_WAIT);
  const anywhere = growing(freeAnywhere, DAY, LONGEST_WAIT_ANYWHERE);
  const address = growing(perAddress, QUARTER, QUARTER);
  let last: Promise<unknown> = Promise.resolve();

  async function judged(secret: Secret, who: string, from: string): Promise<Permission> {
    const counted = [
      { counter: here, key: JSON.stringify([secret, who, from]) },
      { counter: anywhere, key: JSON.stringify([secret, who]) },
      { counter: address, key: JSON.stringify([secret, 'address', from]) },
    ] as const;
    const seconds = Math.max(...(await Promise.all(counted.map(({ counter, key }) => counter.wait(key)))));
    if (seconds > 0) return { allowed: false, seconds };
    for (const { counter, key } of counted) await counter.count(key);
    const [login, anyAddress, anyLogin] = counted;
    return {
      allowed: true,
      forgive: async () => {
        await here.clear(login.key);
        await anywhere.clear(anyAddress.key);
        await address.takeBack(anyLogin.key);
      },
    };
  }

  return {
    attempt(secret, who, from) {
      // One after the other: between looking and counting nobody else looks.
      const judgement = last.then(() => judged(secret, who, from));
      last = judgement.catch(() => undefined);
      return judgement;
    },
  };
}

/** After the free ones each further try doubles the wait, up to the longest. */
function growing(free: number, memory: number, longest: number) {
  const tries = new RateLimiterMemory({ points: Number.MAX_SAFE_INTEGER, duration: memory });
  const waits = new RateLimiterMemory({ points: 1, duration: longest });
  return {
    async wait(key: string): Promise<number> {
      const waiting = await waits.get(key);
      return waiting && waiting.msBeforeNext > 0 ? Math.ceil(waiting.msBeforeNext / 1000) : 0;
    },
    async count(key: string): Promise<void> {
      const { consumedPoints } = await tries.penalty(key);
      if (consumedPoints >= free) await waits.block(key, Math.min(2 ** (consumedPoints - free), longest));
    },
    async clear(key: string): Promise<void> {
      await tries.delete(key);
      await waits.delete(key);
    },
    async takeBack(key: string): Promise<void> {
      await tries.reward(key);
      await waits.delete(key);
    },
  };
}
