import type { Fault } from './fault.ts';

/**
 * The faults of an input as they are found. A document of rubbish has no end of them: beyond a million, which nobody
 * reads, the list is full and the search may stop.
 */
export class FaultList {
  readonly #found: Fault[] = [];

  get full(): boolean {
    return this.#found.length >= MOST_FAULTS;
  }

  add(fault: Fault): void {
    if (!this.full) this.#found.push(fault);
  }

  addAll(faults: Iterable<Fault>): void {
    for (const fault of faults) this.add(fault);
  }

  get all(): readonly Fault[] {
    return this.#found;
  }
}

const MOST_FAULTS = 1_000_000;
