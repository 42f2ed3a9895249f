/** A step of a way that is walked in one order. */
export interface Step {
  readonly label: string;
  readonly state: 'done' | 'current' | 'next';
  /** Such as until when. */
  readonly detail?: string;
}
