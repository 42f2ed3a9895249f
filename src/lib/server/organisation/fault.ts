import type { IsoDate } from '#core/calendar/iso-date.ts';
import type { Period } from '#core/calendar/period.ts';
import type { Change } from '../audit/trail.ts';
import type { AppointmentKind, PersonId, UnitId, UnitKind } from './model.ts';

/** Why a change of the organisation is refused. The words are in `messages/organisation`. */
export type OrganisationFault =
  | { readonly code: 'unknownUnit'; readonly unit: UnitId }
  | { readonly code: 'unknownPerson'; readonly person: PersonId }
  | { readonly code: 'unknownRecord' }
  | { readonly code: 'taken'; readonly field: 'mail' | 'taxCode' | 'staffNumber' }
  | { readonly code: 'nameMissing' }
  | { readonly code: 'endBeforeStart' }
  /** The unit does not exist on every day of the period. */
  | { readonly code: 'unitNotThen'; readonly unit: UnitId; readonly period: Period }
  /** A unit of this kind cannot stand there; `parent` null: directly under the entity. */
  | { readonly code: 'wrongParent'; readonly kind: UnitKind; readonly parent: UnitKind | null }
  /** Units stand in it on days on which it would no longer exist, or no longer be what they need. */
  | { readonly code: 'unitsInside'; readonly units: readonly UnitId[] }
  /** People are assigned to it, appointed to it, or answer for it on such days. */
  | { readonly code: 'peopleInside'; readonly people: readonly PersonId[] }
  | { readonly code: 'shareOutOfRange' }
  /** From this day on the shares of the person's working time would be more than the whole. */
  | { readonly code: 'sharesOverWhole'; readonly from: IsoDate; readonly total: number }
  | { readonly code: 'wrongUnit'; readonly appointment: AppointmentKind; readonly unit: UnitKind }
  /** Somebody else holds it, or stands in for the holder, on days of the period. */
  | { readonly code: 'alreadyHeld'; readonly by: PersonId; readonly period: Period }
  | { readonly code: 'remitOutsideDirections' };

/** What came of a change. A refused one has written nothing. */
export type Outcome<Made = object> =
  | ({ readonly ok: true; readonly change: Change } & Made)
  | { readonly ok: false; readonly fault: OrganisationFault };

export function refused(fault: OrganisationFault): { readonly ok: false; readonly fault: OrganisationFault } {
  return { ok: false, fault };
}
