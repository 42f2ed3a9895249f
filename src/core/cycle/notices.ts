import { compareCodePoints } from '../quantity/code-point-order.ts';
import type { RuleId } from '../regulation/rule-id.ts';

/** What the rules noticed and could still compute. Listed and explained in `docs/core.md`. */
export type WarningCode =
  | 'no-assessable-indicator'
  | 'no-objectives'
  | 'survey-below-threshold'
  | 'no-survey'
  | 'exactly-at-access-threshold'
  | 'uplift-over-ten-percent'
  | 'budget-without-recipients'
  | 'fund-exceeded';

/** `id` is the person, silo, direction or fund it touches; of the whole, `entity`. */
export interface Warning {
  readonly code: WarningCode;
  readonly id: string;
}

/** What the rules cannot decide; a cycle that has one cannot be made final (rules.md §0). */
export interface OpenDecision {
  readonly code: 'tie';
  readonly id: string;
  readonly persons: readonly string[];
}

/** Collects what a computation notices on its way; nothing is silent (rules.md §0). */
export class Notices {
  readonly #warnings = new Map<string, Warning>();
  readonly #openDecisions: OpenDecision[] = [];
  readonly #readings = new Set<RuleId>();

  warn(code: WarningCode, id: string): void {
    this.#warnings.set(`${code} ${id}`, { code, id });
  }

  /** A tie at a cut that the ranks do not settle: none of these persons gets the place. */
  leaveOpen(id: string, persons: readonly string[]): void {
    this.#openDecisions.push({ code: 'tie', id, persons: [...persons].sort(compareCodePoints) });
  }

  /** A figure depended on a reading: on what the regulation says where its source does not. */
  read(rule: RuleId): void {
    this.#readings.add(rule);
  }

  get warnings(): Warning[] {
    return [...this.#warnings.values()].sort(byCodeThenId);
  }

  get openDecisions(): OpenDecision[] {
    return [...this.#openDecisions].sort(byCodeThenId);
  }

  get readings(): RuleId[] {
    return [...this.#readings].sort(compareCodePoints);
  }
}

function byCodeThenId(a: { code: string; id: string }, b: { code: string; id: string }): number {
  return compareCodePoints(a.code, b.code) || compareCodePoints(a.id, b.id);
}
