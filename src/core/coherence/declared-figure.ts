import * as z from 'zod';
import { plainDecimal, writtenDecimals } from '../quantity/written.ts';
import { FIGURE_KIND_NAMES, type FigureKind } from './figure-kinds.ts';

/** What a document says of a figure: that it is so much, or not more, or not less. */
export const RELATIONS = ['is', 'atMost', 'atLeast'] as const;
export type Relation = (typeof RELATIONS)[number];

/** A figure as a document states it, beside what the portal computes. */
export interface DeclaredFigure {
  readonly figure: FigureKind;
  /** What it is about, see `SubjectKind`; null: the whole entity. */
  readonly subject: string | null;
  readonly relation: Relation;
  /** A plain decimal as written: an `is` is compared to its number of decimals, a limit exactly. */
  readonly value: string;
  /** Where it is written, e.g. `Relazione 2025, tabella §3.3`. */
  readonly source: string;
}

/** More than any document has, and few enough to round to. */
const MOST_DECIMALS = 10;

/** A declared figure as it comes in. */
export const declaredFigureSchema = z.strictObject({
  figure: z.enum(FIGURE_KIND_NAMES),
  subject: z.string().min(1).nullable(),
  relation: z.enum(RELATIONS),
  value: z
    .string()
    .refine((text) => plainDecimal(text) !== null, 'not in plain decimal notation')
    .refine((text) => writtenDecimals(text) <= MOST_DECIMALS, 'too many decimals'),
  source: z.string().min(1),
});
