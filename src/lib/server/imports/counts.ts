/** How many records of a list an import makes, changes, takes out and leaves, and how many faults it has. */
export interface Counts {
  readonly new: number;
  readonly changed: number;
  readonly gone: number;
  readonly same: number;
  readonly faults: number;
}

export function parsedCounts(text: string | null): Counts | null {
  return text === null ? null : (JSON.parse(text) as Counts);
}
