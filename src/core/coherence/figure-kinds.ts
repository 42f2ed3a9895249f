import type { FigureDefinition } from './facts.ts';
import { INDICATOR_FIGURES } from './indicator-figures.ts';
import { PREMIUM_FIGURES } from './premium-figures.ts';
import { PROJECT_FIGURES } from './project-figures.ts';
import { SHEET_FIGURES } from './sheet-figures.ts';
import { STAFF_FIGURES } from './staff-figures.ts';
import { SURVEY_FIGURES } from './survey-figures.ts';

const CATALOGUE = {
  ...STAFF_FIGURES,
  ...SHEET_FIGURES,
  ...INDICATOR_FIGURES,
  ...SURVEY_FIGURES,
  ...PREMIUM_FIGURES,
  ...PROJECT_FIGURES,
};

/** A figure that a document may declare. */
export type FigureKind = keyof typeof CATALOGUE;

/** Every figure that a document may declare, in the order of the source. */
export const FIGURE_KINDS: Readonly<Record<FigureKind, FigureDefinition>> = CATALOGUE;

export const FIGURE_KIND_NAMES = Object.keys(CATALOGUE) as [FigureKind, ...FigureKind[]];
