import cremona2025 from './cremona-2025.json' with { type: 'json' };
import { regulationSchema, type Regulation } from './schema.ts';

/** The regulations that a cycle may name, by id. Each is validated here, once. */
export const REGULATIONS: ReadonlyMap<string, Regulation> = new Map(
  [cremona2025].map((document) => [document.id, regulationSchema.parse(document)]),
);

/** The regulation that the contract's ranges stand in. */
export const CREMONA_2025: Regulation = REGULATIONS.get('cremona-2025')!;
