import type { Cycle } from '../compute.ts';
import type { CycleInput } from '../cycle/input.ts';
import type { PublishedSurvey } from '../disclosure/published-survey.ts';
import type { Bilingual } from '../explain/language.ts';
import type { Unit } from '../explain/operation.ts';
import type { Rational } from '../quantity/rational.ts';

/** What declared figures are held against. */
export interface Facts {
  readonly input: CycleInput;
  readonly cycle: Cycle;
  readonly staff: Staff;
  /**
   * What was published of the survey, null before that: a declared figure must not be a way to ask for what is hidden
   * (`SUR-3`, `SUR-4`), so nothing else of the survey is looked at.
   */
  readonly survey: PublishedSurvey | null;
}

/** The staff on 31 December of the year, without the general secretary; null: not known. */
export interface Staff {
  readonly headcount: number;
  readonly permanent: number | null;
  readonly fixedTerm: number | null;
}

/** The office that settles which of two figures is right. */
export const OFFICES = ['technicalStructure', 'humanResources', 'evaluationBoard'] as const;
export type Office = (typeof OFFICES)[number];

/**
 * What the subject of a figure is. A `question` is its number, `"3"`, or that of a direction, `"d01:3"`;
 * `directionOrNone` without a subject is the whole entity.
 */
export type SubjectKind = 'none' | 'project' | 'silo' | 'direction' | 'directionOrNone' | 'question';

/** A figure that a document may declare, and how it is computed. */
export interface FigureDefinition {
  readonly title: Bilingual;
  readonly unit: Unit;
  readonly subject: SubjectKind;
  /** The decimals its exact value has: counts 0, amounts 2; null where it is a quotient or mean. */
  readonly decimals: number | null;
  readonly settledBy: Office;
  /** The exact value; null where it is not known or there is no such subject. */
  readonly compute: (facts: Facts, subject: string | null) => Rational | null;
}

/** A figure of the whole entity, which has no subject. */
export function withoutSubject(compute: (facts: Facts) => Rational | null): FigureDefinition['compute'] {
  return (facts, subject) => (subject === null ? compute(facts) : null);
}
