import type { Portal, Reader } from '../database/database.ts';
import type { UnitId } from '../organisation/model.ts';
import * as ballots from './ballot-store.ts';
import { electorateOn } from './invited.ts';
import type { Campaign } from './model.ts';
import { participationOf } from './participation.ts';
import * as store from './store.ts';

/** What those who run a survey see of it. Never more than the counts of the entity, and steps of a direction. */
export interface Overview {
  /** Of a draft: who would be, if it was opened now. */
  readonly invited: number;
  /** Null: not opened yet. */
  readonly counts: { readonly credentials: number; readonly responses: number } | null;
  readonly directions: readonly DirectionOverview[];
}

export interface DirectionOverview {
  readonly id: UnitId;
  readonly name: string;
  readonly invited: number;
  /** Of the key; null: there is none yet. */
  readonly fingerprint: string | null;
  /** Percentage that has responded at least; null: the direction is too small to tell. Absent unless the survey is open. */
  readonly participation?: number | null;
}

export function overviewOf(portal: Portal, campaign: Campaign): Promise<Overview> {
  return campaign.state === 'draft'
    ? overviewOfDraft(portal.read, campaign)
    : overviewOfOpened(portal, campaign);
}

async function overviewOfDraft(db: Reader, { referenceDate }: Campaign): Promise<Overview> {
  const { directions, invitations } = await electorateOn(db, referenceDate);
  const assigned = invitations.filter(({ reason }) => reason === 'assigned');
  return {
    invited: assigned.length,
    counts: null,
    directions: directions
      .map(({ id, name }) => ({
        id,
        name,
        invited: assigned.filter(({ direction }) => direction === id).length,
        fingerprint: null,
      }))
      .filter(({ invited }) => invited > 0)
      .sort(byName),
  };
}

async function overviewOfOpened(portal: Portal, { id, state }: Campaign): Promise<Overview> {
  const { read } = portal;
  const invited = await store.invitedCounts(read, id);
  const isOpen = state === 'open';
  const participation = isOpen ? await participationOf(portal, id) : null;
  const responses = isOpen ? await ballots.sealedCount(read, id) : (await ballots.answers(read, id)).length;
  return {
    invited: [...invited.values()].reduce((sum, each) => sum + each, 0),
    counts: { credentials: await store.credentialsGiven(read, id), responses },
    directions: (await store.directions(read, id))
      .map(({ id: direction, name, fingerprint }) => ({
        id: direction,
        name,
        invited: invited.get(direction) ?? 0,
        fingerprint,
        ...(participation && { participation: participation.get(direction) ?? null }),
      }))
      .sort(byName),
  };
}

const byName = (a: DirectionOverview, b: DirectionOverview) => a.name.localeCompare(b.name, 'it');
