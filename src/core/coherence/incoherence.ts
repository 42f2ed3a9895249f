import { decimalText } from '../quantity/decimal-text.ts';
import type { Rational } from '../quantity/rational.ts';
import type { Contradiction, Place } from './constraints.ts';
import type { DeclaredFigure } from './declared-figure.ts';
import type { Office } from './facts.ts';
import { FIGURE_KINDS } from './figure-kinds.ts';

/**
 * Something declared that cannot be right:
 * - `declaredDiffers`: a source says otherwise than what is computed;
 * - `sourcesDiffer`: two sources, or two places of one, say otherwise of the same figure;
 * - `impossible`: declared figures that cannot hold together, see `contradiction`.
 */
export interface Incoherence extends Place {
  /** The same as long as it is about the same figure, subject and source. */
  readonly key: string;
  readonly kind: 'declaredDiffers' | 'sourcesDiffer' | 'impossible';
  readonly contradiction: Contradiction | null;
  readonly declared: readonly DeclaredFigure[];
  /**
   * With the decimals of what is declared, more where a limit is exceeded by less; of `impossible` what the parts come
   * to; null where it is not known.
   */
  readonly computed: string | null;
  /** What is computed less what is declared; between sources, the largest less the smallest. */
  readonly difference: string | null;
  readonly settledBy: Office;
}

interface Finding extends Place {
  readonly kind: Incoherence['kind'];
  readonly contradiction?: Contradiction;
  /** What tells it from others of the same kind, figure and subject. */
  readonly told: readonly string[];
  readonly declared: readonly DeclaredFigure[];
  readonly computed: Rational | null;
  readonly difference: Rational | null;
  readonly decimals: number;
}

/** An incoherence with its key and texts. The parts of a key are percent-encoded, so that none looks like two. */
export function incoherence(finding: Finding): Incoherence {
  const { kind, contradiction = null, told, figure, subject, declared, decimals } = finding;
  const { computed, difference } = finding;
  return {
    key: [kind, figure, subject ?? '', ...told].map(encodeURIComponent).join('/'),
    kind,
    contradiction,
    figure,
    subject,
    declared,
    computed: computed && decimalText(computed, decimals),
    difference: difference && decimalText(difference, decimals),
    settledBy: FIGURE_KINDS[figure].settledBy,
  };
}
