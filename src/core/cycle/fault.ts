/** What is wrong with an input, as data: the words are made at the edge. */
export type Fault = { readonly path: FaultPath } & FaultKind;

/** From the root of the document: `['employees', 3, 'months']`. */
export type FaultPath = readonly (string | number)[];

export type FaultKind =
  | { readonly kind: 'missing' }
  | { readonly kind: 'unknown-field' }
  | { readonly kind: 'wrong-type'; readonly expected: 'object' | 'list' | 'text' | 'boolean' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'not-a-quantity' }
  | { readonly kind: 'not-whole' }
  | { readonly kind: 'too-many-decimals'; readonly most: number }
  | {
      readonly kind: 'out-of-range';
      readonly least: string;
      readonly most: string | null;
      readonly exclusive: boolean;
    }
  | { readonly kind: 'not-one-of'; readonly allowed: readonly string[] }
  | { readonly kind: 'wrong-count'; readonly expected: number }
  | { readonly kind: 'too-many'; readonly most: number }
  | { readonly kind: 'duplicate' }
  | { readonly kind: 'unknown-reference'; readonly to: 'direction' | 'silo' | 'person' | 'regulation' }
  | { readonly kind: 'second-executive' }
  | { readonly kind: 'months-twice' }
  | { readonly kind: 'share-and-amount' }
  | { readonly kind: 'no-share' }
  | { readonly kind: 'wrong-sum'; readonly expected: string; readonly found: string }
  | { readonly kind: 'more-responses-than-invited'; readonly invited: number; readonly responses: number }
  | { readonly kind: 'invalid-regulation'; readonly detail: string };
