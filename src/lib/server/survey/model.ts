import type { IsoDate } from '#core/calendar/iso-date.ts';
import type { PersonId, UnitId } from '../organisation/model.ts';

declare const campaignBrand: unique symbol;

export type CampaignId = string & { readonly [campaignBrand]: true };

/** One way only: draft → open → closed → published. */
export type CampaignState = 'draft' | 'open' | 'closed' | 'published';

export interface Campaign {
  readonly id: CampaignId;
  readonly title: string;
  /** The year whose executives are evaluated. */
  readonly year: number;
  /** Who is assigned to a direction on this day is invited. */
  readonly referenceDate: IsoDate;
  readonly state: CampaignState;
  /** UTC, to the second; null: not opened yet. */
  readonly openedAt: string | null;
  /** UTC, to the second: until when responses are taken. */
  readonly closesAt: string;
}

/** A direction of an opened campaign, with the key that its credentials are signed with. */
export interface CampaignDirection {
  readonly id: UnitId;
  readonly name: string;
  /** SPKI in base64url. */
  readonly publicKey: string;
  /** SHA-256 of the SPKI, in hexadecimal. */
  readonly fingerprint: string;
}

/**
 * Why somebody assigned to a direction is invited or not. `assigned`: invited; `leads`: it is the own direction; `secretary`:
 * evaluates the executives; `otherDirection`: invited in another direction, with the larger part of the working time.
 */
export type InvitationReason = 'assigned' | 'leads' | 'secretary' | 'otherDirection';

export interface Invitation {
  readonly person: PersonId;
  readonly direction: UnitId;
  readonly reason: InvitationReason;
}

/** The scheme of RFC 9474 that credentials are signed with. */
export const SUITE = 'RSABSSA-SHA384-PSS-Randomized';
export const MODULUS_BYTES = 384;
export const TOKEN_BYTES = 32;
/** Randomized: 32 random bytes before the token. */
export const PREPARED_BYTES = 32 + TOKEN_BYTES;
export const QUESTIONS = 8;
