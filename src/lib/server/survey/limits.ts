import { RateLimiterMemory } from 'rate-limiter-flexible';
import * as z from 'zod';

const MINUTE = 60;

const limit = (usual: number) => z.coerce.number().int().positive().default(usual);

/** A whole town hall may vote from one address; nobody needs more than a few credentials. */
const environment = z.object({
  ACCORDO_LIMIT_VOTES: limit(600),
  ACCORDO_LIMIT_CREDENTIALS: limit(30),
});

interface Limits {
  readonly votes: RateLimiterMemory;
  readonly credentials: RateLimiterMemory;
}

let limits: Limits | undefined;

/** In memory only, and by the minute: nobody's address is kept. */
function theLimits(): Limits {
  if (limits) return limits;
  const { ACCORDO_LIMIT_VOTES, ACCORDO_LIMIT_CREDENTIALS } = environment.parse(process.env);
  limits = {
    votes: new RateLimiterMemory({ points: ACCORDO_LIMIT_VOTES, duration: MINUTE }),
    credentials: new RateLimiterMemory({ points: ACCORDO_LIMIT_CREDENTIALS, duration: MINUTE }),
  };
  return limits;
}

/** True if one more is allowed this minute. */
export async function allows(kind: keyof Limits, who: string): Promise<boolean> {
  const limiter = theLimits()[kind];
  return (await limiter.penalty(who)).consumedPoints <= limiter.points;
}
