import type { Pathname } from '$app/types';
import type { IsoDate } from '#core/calendar/iso-date.ts';

/** Something that waits for the person. */
export interface Task {
  readonly title: string;
  /** Why it is asked. */
  readonly why: string;
  /** The last day, if there is one. */
  readonly until?: IsoDate;
  readonly href: Pathname;
}
