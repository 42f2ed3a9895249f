import type { Reader } from '../database/database.ts';
import { peopleOf } from '../organisation/people/people.ts';
import { folded } from '../texts/folded.ts';
import { structureOn } from '../organisation/units/units.ts';
import { electorateOn } from './invited.ts';
import type { Campaign, InvitationReason } from './model.ts';
import * as store from './store.ts';

/** Somebody assigned to a direction on the reference date, invited or not. */
export interface InvitedLine {
  readonly person: string;
  readonly name: string;
  readonly direction: string;
  readonly reason: InvitationReason;
  /** It was given. That says nothing about a vote. */
  readonly hasCredential: boolean;
}

/** Who is in and why, by name: frozen at the opening; of a draft, as it would be now. */
export async function invitedList(db: Reader, campaign: Campaign): Promise<InvitedLine[]> {
  const { units } = await structureOn(db, campaign.referenceDate);
  const lines =
    campaign.state === 'draft' ? await linesOfDraft(db, campaign) : await store.invitations(db, campaign.id);
  return lines.map(({ person, name, direction, reason, hasCredential }) => ({
    person,
    name,
    direction: units.get(direction)?.name ?? direction,
    reason,
    hasCredential,
  }));
}

async function linesOfDraft(db: Reader, { referenceDate }: Campaign): Promise<store.Listed[]> {
  const { invitations } = await electorateOn(db, referenceDate);
  const people = await peopleOf(db, [...new Set(invitations.map(({ person }) => person))]);
  const ofPerson = Map.groupBy(invitations, ({ person }) => person);
  return people.flatMap(({ id, familyName, givenName }) =>
    ofPerson
      .get(id)!
      .map((invitation) => ({ ...invitation, name: `${familyName} ${givenName}`, hasCredential: false })),
  );
}

export const LINES_A_PAGE = 50;

export interface InvitedPage {
  readonly lines: readonly InvitedLine[];
  /** How many match, on all pages. */
  readonly total: number;
  readonly pages: number;
}

/**
 * The lines in which all words occur, in name or direction, whatever their case and accents.
 *
 * @param page from 1
 */
export function searched(all: readonly InvitedLine[], search: string, page: number): InvitedPage {
  const words = folded(search).split(/\s+/).filter(Boolean);
  const found = all.filter(({ name, direction }) => {
    const text = folded(`${name} ${direction}`);
    return words.every((word) => text.includes(word));
  });
  const from = (page - 1) * LINES_A_PAGE;
  return {
    lines: found.slice(from, from + LINES_A_PAGE),
    total: found.length,
    pages: Math.ceil(found.length / LINES_A_PAGE),
  };
}
