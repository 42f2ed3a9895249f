/** R §3.1, item 2 C: quantity; quality, of three kinds; efficiency, of two; satisfaction, of two kinds of users. */
export const DIMENSIONS = [
  'quantity',
  'accessibility',
  'technicalQuality',
  'timeliness',
  'technicalEfficiency',
  'economicEfficiency',
  'internalSatisfaction',
  'externalSatisfaction',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export type ImprovesWhen = 'higher' | 'lower';

export type VolumeKind = 'output' | 'users';
