import type { IsoDate } from '#core/calendar/iso-date.ts';
import { participationStep } from '#core/disclosure/participation-step.ts';
import { CREMONA_2025 } from '#core/regulation/catalogue.ts';
import { today } from '../calendar/today.ts';
import type { Portal } from '../database/database.ts';
import type { UnitId } from '../organisation/model.ts';
import { unpacked } from './ballot.ts';
import * as ballots from './ballot-store.ts';
import type { CampaignId } from './model.ts';
import { openCampaign } from './open-campaign.ts';
import * as store from './store.ts';

/** Percentage that a direction has reached at least, in steps; null: the direction is too small to tell. */
export type Participation = ReadonlyMap<UnitId, number | null>;

interface OfDay {
  readonly campaign: CampaignId;
  readonly day: IsoDate;
  readonly steps: Participation;
}

const known = new WeakMap<Portal, OfDay>();

/**
 * How many have responded in each direction of an open campaign, in steps (`SUR-4`). It is counted once a day, when it is
 * first asked for: whoever saw a step change would know that somebody had just responded. Null if it is not open.
 */
export async function participationOf(
  portal: Portal,
  id: CampaignId,
  day: IsoDate = today(),
): Promise<Participation | null> {
  const open = await openCampaign(portal, id);
  if (open === null) return null;
  const before = known.get(portal);
  if (before?.campaign === id && before.day === day) return before.steps;
  const responses = new Map<string, number>();
  for (const sealed of await ballots.allSealed(portal.read, id)) {
    const { direction } = unpacked(open.key.unseal(sealed));
    responses.set(direction, (responses.get(direction) ?? 0) + 1);
  }
  const steps = new Map(
    [...(await store.invitedCounts(portal.read, id))].map(([direction, invited]) => [
      direction,
      participationStep(invited, responses.get(direction) ?? 0, CREMONA_2025),
    ]),
  );
  known.set(portal, { campaign: id, day, steps });
  return steps;
}
