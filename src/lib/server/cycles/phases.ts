import type { IsoDate } from '#core/calendar/iso-date.ts';

/** The phases of a cycle in their order: docs/roles.md tells who acts in which. */
export const PHASES = [
  'opening',
  'objectives',
  'monitoring',
  'survey',
  'sheets',
  'computation',
  'publication',
] as const;
export type PhaseId = (typeof PHASES)[number];

/** From when until when a phase runs, both days included. */
export interface Phase {
  readonly phase: PhaseId;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
}
