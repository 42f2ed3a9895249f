import type { Period } from '#core/calendar/period.ts';

declare const personBrand: unique symbol;
declare const unitBrand: unique symbol;

export type PersonId = string & { readonly [personBrand]: true };
export type UnitId = string & { readonly [unitBrand]: true };

/**
 * area > direction > service > office. A `specialist` (*Alta Specializzazione*) and a `taskForce` (such as a *cabina di
 * regia*) stand beside services.
 */
export const UNIT_KINDS = ['area', 'direction', 'service', 'office', 'specialist', 'taskForce'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** `secretaryGeneral` leads the unit of the Segretario Generale as an executive leads a direction. */
export const APPOINTMENT_KINDS = ['eq', 'executive', 'secretaryGeneral'] as const;
export type AppointmentKind = (typeof APPOINTMENT_KINDS)[number];

/** A unit as it stood on a day. */
export interface Unit {
  readonly id: UnitId;
  readonly kind: UnitKind;
  readonly name: string;
  /** Null: directly under the entity. */
  readonly parent: UnitId | null;
}

/** What a unit was called and where it stood, from a day to a day. */
export interface UnitVersion extends Period {
  readonly name: string;
  /** Null: directly under the entity. */
  readonly parent: UnitId | null;
}

/** A unit through time. */
export interface UnitHistory {
  readonly id: UnitId;
  readonly kind: UnitKind;
  /** In the order of time; no two share a day. */
  readonly versions: readonly UnitVersion[];
}

export interface Person {
  readonly id: PersonId;
  readonly givenName: string;
  readonly familyName: string;
  /** In small letters. */
  readonly mail: string | null;
  /** In capital letters. */
  readonly taxCode: string | null;
  readonly staffNumber: string | null;
}

export interface Assignment extends Period {
  readonly person: PersonId;
  readonly unit: UnitId;
  /** Part of the working time, in percent, 1–100. */
  readonly share: number;
}

export interface Appointment extends Period {
  readonly person: PersonId;
  readonly unit: UnitId;
  readonly kind: AppointmentKind;
  readonly interim: boolean;
}

export interface Remit extends Period {
  readonly person: PersonId;
  /** A direction. */
  readonly unit: UnitId;
}

/** A record as it is kept: the number tells which one a change is about. */
export type Kept<Subject> = Subject & { readonly id: number };
