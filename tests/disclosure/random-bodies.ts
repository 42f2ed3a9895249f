/** Bodies as the disclosure control meets them, and worse: tiny directions, everybody of one mind, everybody but one. */
import fc from 'fast-check';
import type { Body } from './bodies.ts';

interface DirectionPlan {
  responses: number;
  silent: number;
  seed: number;
  minds: number[];
}

const size = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 6 }) },
  { weight: 3, arbitrary: fc.integer({ min: 5, max: 12 }) },
  { weight: 2, arbitrary: fc.integer({ min: 10, max: 60 }) },
  { weight: 1, arbitrary: fc.integer({ min: 60, max: 150 }) },
);
const silent = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 60 }));

const direction: fc.Arbitrary<DirectionPlan> = fc.record({
  responses: size,
  silent,
  seed: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
  // Per question: 0–4 everybody that answer, 5–9 everybody but one, 10–14 leaning to it, 15 anything.
  minds: fc.array(fc.integer({ min: 0, max: 15 }), { minLength: 8, maxLength: 8 }),
});
/** One mind for all directions makes what follows from the total bite. */
const likeMinded = fc
  .tuple(fc.array(direction, { minLength: 1, maxLength: 14 }), fc.integer({ min: 0, max: 14 }))
  .map(([plans, mind]) =>
    plans.map((plan) => ({ ...plan, minds: plan.minds.map((own, at) => (at < 6 ? mind : own)) })),
  );

export const bodies: fc.Arbitrary<Body> = fc
  .oneof(
    { weight: 3, arbitrary: fc.array(direction, { minLength: 1, maxLength: 14 }) },
    { weight: 2, arbitrary: fc.array(direction, { minLength: 1, maxLength: 4 }) },
    { weight: 1, arbitrary: likeMinded },
  )
  .map(bodyFrom);

/** Everybody leans to some answer, as people do; no two directions need to agree. */
export const ordinaryBodies: fc.Arbitrary<Body> = fc
  .array(
    direction.map((plan) => ({ ...plan, minds: plan.minds.map((mind) => 10 + (mind % 6)) })),
    { minLength: 2, maxLength: 14 },
  )
  .map(bodyFrom);

function bodyFrom(plans: readonly DirectionPlan[]): Body {
  const ids = plans.map((_, at) => `d${String(at + 1).padStart(2, '0')}`);
  return {
    invited: Object.fromEntries(plans.map(({ responses, silent }, at) => [ids[at]!, responses + silent])),
    responses: Object.fromEntries(plans.map((plan, at) => [ids[at]!, responsesFrom(plan)])),
  };
}

function responsesFrom({ responses, seed, minds }: DirectionPlan): number[][] {
  const next = randomFrom(seed);
  const answers = Array.from({ length: responses }, (_, person) =>
    minds.map((mind) => {
      const anything = 1 + (next() % 5);
      if (mind === 15) return anything;
      const own = 1 + (mind % 5);
      if (mind < 5) return own;
      return mind < 10 ? (person === 0 ? anything : own) : next() % 4 === 0 ? anything : own;
    }),
  );
  return answers;
}

/** Whole numbers that follow from the seed (xorshift). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 1;
  };
}
