import type { Reader } from '../database/database.ts';
import type { PersonId } from '../organisation/model.ts';
import { personOf } from '../organisation/people/people.ts';
import { takesVotes } from './open-campaign.ts';
import * as store from './store.ts';

export interface OpenSurvey {
  readonly campaign: string;
  readonly title: string;
  /** Whose key signs the person's credential. */
  readonly direction: string;
  /** Last second for a vote, UTC. */
  readonly closesAt: string;
  /** The person's name, for a device that several people use. */
  readonly holder: string;
}

/** The open campaign to which a person is invited; null if there is none. */
export async function openSurveyFor(db: Reader, id: PersonId): Promise<OpenSurvey | null> {
  const open = (await store.all(db)).find((campaign) => campaign.state === 'open' && takesVotes(campaign));
  const direction = open && (await store.invitedTo(db, open.id, id));
  if (!open || !direction) return null;
  const person = (await personOf(db, id))!;
  const holder = `${person.givenName} ${person.familyName}`;
  return { campaign: open.id, title: open.title, direction, closesAt: open.closesAt, holder };
}
