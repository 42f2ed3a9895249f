import { credentialOrder, STRATEGIES, type Knowledge } from './attacker.ts';

export interface Score {
  readonly strategy: string;
  /** Persons whose response was guessed; null: the strategy had nothing to go by. */
  readonly hits: number | null;
}

/**
 * How many people each strategy names, by giving the person who was the nth to fetch a credential the nth response.
 *
 * @param truth whose response is which, by digest
 */
export function scores(known: Knowledge, truth: ReadonlyMap<string, string>): Score[] {
  const people = credentialOrder(known);
  return Object.entries(STRATEGIES).map(([strategy, guess]) => {
    const responses = guess(known);
    const hits = responses?.filter(({ digest }, at) => truth.get(people[at]!) === digest).length ?? null;
    return { strategy, hits };
  });
}

/**
 * The most hits that are put down to chance. Of a random order, the number of persons in their own place is one on
 * average, whatever their number, and Poisson's: 10 or more of them happen once in nine million times.
 */
export const CHANCE = 9;
