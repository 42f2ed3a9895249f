import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/locale/locale.ts';
import { decimalWords } from '../lists/cell-words.ts';
import type { Achievement } from './achievement.ts';
import { objectivesList, LEVEL_CHOICES } from './lists.ts';
import type { ObjectiveKind, ObjectiveLevel, ObjectiveState } from './model.ts';
import type { ObjectiveGap } from './state.ts';
import { columnOf } from './typed-cell.ts';

const STATES: Readonly<Record<ObjectiveState, () => string>> = {
  draft: m.objectives_state_draft,
  assigned: m.objectives_state_assigned,
  accepted: m.objectives_state_accepted,
  reported: m.objectives_state_reported,
  certified: m.objectives_state_certified,
};

export const stateTitle = (state: ObjectiveState): string => STATES[state]();

const GAPS: Readonly<Record<ObjectiveGap, () => string>> = {
  noIndicator: m.objectives_gap_noIndicator,
  noTarget: m.objectives_gap_noTarget,
  weights: m.objectives_gap_weights,
  noOwner: m.objectives_gap_noOwner,
};

export const gapTitle = (gap: ObjectiveGap): string => GAPS[gap]();

export const levelTitle = (level: ObjectiveLevel, locale: Locale): string =>
  LEVEL_CHOICES.find(({ value }) => value === level)![locale];

export function kindTitle(kind: ObjectiveKind, locale: Locale): string {
  const column = columnOf(objectivesList, 'kind');
  const choice = column.kind === 'choice' && column.choices.find(({ value }) => value === kind);
  return choice ? choice[locale] : kind;
}

/** How far an objective was reached, as pages show it. */
export interface ShownAchievement {
  /** Percent, with its sign. */
  readonly text: string;
  /** For a bar from 0 to 100. */
  readonly share: number;
  readonly from: string;
}

export function shownAchievement(achievement: Achievement | null, locale: Locale): ShownAchievement | null {
  if (!achievement) return null;
  const { value, from } = achievement;
  return { text: percentWords(value, locale), share: Number(value), from: FROM[from]() };
}

/** A percentage in plain decimal notation, with the decimals that are written. */
export function percentWords(value: string, locale: Locale): string {
  const words = decimalWords(value.replace(/\.0+$/, ''), locale);
  return locale === 'it' ? `${words}\u00a0%` : `${words}%`;
}

const FROM: Readonly<Record<Achievement['from'], () => string>> = {
  certified: m.objectives_from_certified,
  computed: m.objectives_from_computed,
  reported: m.objectives_from_reported,
};
