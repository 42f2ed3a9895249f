import { randomUUID } from 'node:crypto';
import type { IsoDate } from '#core/calendar/iso-date.ts';
import { recorded } from '../audit/trail.ts';
import type { Portal, Reader, Writer } from '../database/database.ts';
import type { PersonId } from '../organisation/model.ts';
import * as ballots from './ballot-store.ts';
import { destroyCampaignKey, makeCampaignKey, readCampaignKey } from './campaign-key.ts';
import { countBallots } from './count.ts';
import { electorateOn } from './invited.ts';
import type { Campaign, CampaignDirection, CampaignId } from './model.ts';
import { forgetCampaign } from './open-campaign.ts';
import { fingerprintOf, newKeys, privateKeyBytes, publicKeyText } from './signing.ts';
import * as store from './store.ts';

/** What is decided of a campaign before it is opened. */
export interface Plan {
  readonly title: string;
  readonly year: number;
  readonly referenceDate: IsoDate;
  /** UTC, to the second. */
  readonly closesAt: string;
}

export type CampaignFault =
  | 'unknown'
  /** The step is not the next one of this campaign. */
  | 'wrongState'
  | 'anotherIsOpen'
  | 'nobodyInvited'
  /** The deadline is over, or the new one is not later than it. */
  | 'deadline';

export type Step = { readonly ok: true } | { readonly ok: false; readonly fault: CampaignFault };

const refused = (fault: CampaignFault) => ({ ok: false, fault }) as const;
const done = { ok: true } as const;
const second = (date: Date) => `${date.toISOString().slice(0, 19)}Z`;

export function campaigns(db: Reader): Promise<Campaign[]> {
  return store.all(db);
}

export function campaignOf(db: Reader, id: string): Promise<Campaign | null> {
  return store.byId(db, id as CampaignId);
}

/** The directions of an opened campaign. */
export function directionsOf(db: Reader, id: CampaignId): Promise<CampaignDirection[]> {
  return store.directions(db, id);
}

/** The digest of what was frozen at the close; null before. */
export async function frozenDigest(db: Reader, id: CampaignId): Promise<string | null> {
  return (await store.resultOf(db, id))?.digest ?? null;
}

export async function plan(portal: Portal, by: PersonId, planned: Plan): Promise<CampaignId> {
  const id = randomUUID() as string as CampaignId;
  return recorded(portal, by, async (write, record) => {
    await store.insert(write, { id, ...planned, state: 'draft', openedAt: null });
    await record({ action: 'campaign.plan', subject: { kind: 'campaign', id }, after: planned });
    return id;
  });
}

/** Throws a draft away. What was opened stays. */
export function discard(portal: Portal, by: PersonId, id: CampaignId): Promise<Step> {
  return step(portal, by, id, 'campaign.discard', 'draft', async (write) => {
    await store.remove(write, id);
    return done;
  });
}

/**
 * Opens a campaign: freezes who is invited and makes a pair of keys for each direction. It takes some seconds, off the
 * event loop.
 */
export async function open(portal: Portal, by: PersonId, id: CampaignId): Promise<Step> {
  const planned = await store.byId(portal.read, id);
  if (planned === null) return refused('unknown');
  if (planned.state !== 'draft') return refused('wrongState');
  if (new Date(planned.closesAt) <= new Date()) return refused('deadline');
  const { directions, invitations } = await electorateOn(portal.read, planned.referenceDate);
  const voting = directions.filter(({ id: direction }) =>
    invitations.some((invitation) => invitation.direction === direction && invitation.reason === 'assigned'),
  );
  if (voting.length === 0) return refused('nobodyInvited');
  const pairs = await Promise.all(voting.map(async (direction) => ({ direction, keys: await newKeys() })));
  return step(portal, by, id, 'campaign.open', 'draft', async (write) => {
    if ((await store.all(write)).some(({ state }) => state === 'open')) return refused('anotherIsOpen');
    // Only here, where nobody else can be opening it: a key that is there is left over from an opening that did not come
    // to its end. The campaign is still a draft, so nobody voted with it.
    destroyCampaignKey(portal, id);
    const key = makeCampaignKey(portal, id);
    await store.addDirections(
      write,
      id,
      pairs.map(({ direction, keys }) => {
        const publicKey = publicKeyText(keys.publicKey);
        return {
          id: direction.id,
          name: direction.name,
          publicKey,
          fingerprint: fingerprintOf(publicKey),
          sealedKey: key.seal(privateKeyBytes(keys.privateKey)).toString('base64url'),
        };
      }),
    );
    await store.invite(write, id, invitations);
    await store.update(write, id, { state: 'open', openedAt: second(new Date()) });
    return done;
  });
}

/** Puts the deadline off, as long as it has not passed. */
export function extend(portal: Portal, by: PersonId, id: CampaignId, closesAt: string): Promise<Step> {
  return step(portal, by, id, 'campaign.extend', 'open', async (write, campaign) => {
    const passed = new Date(campaign.closesAt) <= new Date();
    if (passed || closesAt <= campaign.closesAt) return refused('deadline');
    await store.update(write, id, { closesAt });
    return done;
  });
}

/**
 * Closes a campaign for ever: counts the sealed votes, writes the responses in the order of their digests, freezes what is
 * published, and destroys the keys. Whatever came before on disk can then be joined to nothing.
 */
export async function close(portal: Portal, by: PersonId, id: CampaignId): Promise<Step> {
  const key = readCampaignKey(portal, id);
  const closed = await step(portal, by, id, 'campaign.close', 'open', async (write, campaign) => {
    if (key === null) throw new Error('the key of an open campaign is missing: its file must be put back');
    const { rows, result, digest } = await countBallots(write, campaign, key);
    await ballots.addResponses(write, id, rows);
    await ballots.removeSealed(write, id);
    await store.destroyKeys(write, id);
    await store.update(write, id, { state: 'closed', result, resultDigest: digest });
    return { ...done, noted: { resultDigest: digest } };
  });
  if (closed.ok) await finishClosing(portal, id);
  return closed;
}

async function finishClosing(portal: Portal, id: CampaignId): Promise<void> {
  destroyCampaignKey(portal, id);
  await portal.compact();
}

/** At the start: ends a closing that was cut off after its commit. */
export async function finishClosings(portal: Portal): Promise<void> {
  for (const { id, state } of await store.all(portal.read)) {
    const isOver = state === 'closed' || state === 'published';
    if (isOver && readCampaignKey(portal, id) !== null) await finishClosing(portal, id);
  }
}

/** Shows the results to everybody who may see them. */
export function publish(portal: Portal, by: PersonId, id: CampaignId): Promise<Step> {
  return step(portal, by, id, 'campaign.publish', 'closed', async (write) => {
    await store.update(write, id, { state: 'published' });
    return done;
  });
}

/** A step of a campaign that stands where it must, on record. */
async function step(
  portal: Portal,
  by: PersonId,
  id: CampaignId,
  action: string,
  from: Campaign['state'],
  work: (write: Writer, campaign: Campaign) => Promise<Step & { readonly noted?: object }>,
): Promise<Step> {
  const taken = await recorded(portal, by, async (write, record) => {
    const before = await store.byId(write, id);
    if (before === null) return refused('unknown');
    if (before.state !== from) return refused('wrongState');
    const outcome = await work(write, before);
    if (!outcome.ok) return outcome;
    await record({
      action,
      subject: { kind: 'campaign', id },
      before,
      after: outcome.noted
        ? { ...(await store.byId(write, id)), ...outcome.noted }
        : await store.byId(write, id),
    });
    return done;
  });
  forgetCampaign(portal, id);
  return taken;
}
