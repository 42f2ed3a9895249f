declare const objectiveBrand: unique symbol;
export type ObjectiveId = string & { readonly [objectiveBrand]: true };

/**
 * The chain of R §3.1, item 2 B: strategic and operational objectives are the DUP's, an `executive` one (*esecutivo* or
 * *gestionale*) is a direction's; below it the objectives of EQ holders and, of one or of several employees.
 */
export const OBJECTIVE_LEVELS = [
  'strategic',
  'operational',
  'executive',
  'eq',
  'individual',
  'group',
] as const;
export type ObjectiveLevel = (typeof OBJECTIVE_LEVELS)[number];

/** Whose objectives are somebody's, and not a direction's or the entity's. */
export const LEVELS_OF_PEOPLE = ['eq', 'individual', 'group'] as const satisfies readonly ObjectiveLevel[];
export type LevelOfPeople = (typeof LEVELS_OF_PEOPLE)[number];

export function isOfPeople(level: ObjectiveLevel): level is LevelOfPeople {
  return (LEVELS_OF_PEOPLE as readonly ObjectiveLevel[]).includes(level);
}

/**
 * Whether an objective is the DUP's: it stands as it is written, and is reached by what serves it. It is neither assigned
 * nor reported nor certified.
 */
export function isOfEntity(level: ObjectiveLevel): boolean {
  return level === 'strategic' || level === 'operational';
}

export const OBJECTIVE_KINDS = ['principal', 'derived'] as const;
export type ObjectiveKind = (typeof OBJECTIVE_KINDS)[number];

/** How a measured value is better (`OBJ-A`). */
export const BETTER = ['higher', 'lower', 'onTarget', 'yesNo'] as const;
export type Better = (typeof BETTER)[number];

export type ReportPhase = 'midYear' | 'final';

/** How far an objective has come, in the order in which it does. */
export const OBJECTIVE_STATES = ['draft', 'assigned', 'accepted', 'reported', 'certified'] as const;
export type ObjectiveState = (typeof OBJECTIVE_STATES)[number];
