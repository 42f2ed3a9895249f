import type { Portal } from '../database/database.ts';
import { readCampaignKey, type CampaignKey } from './campaign-key.ts';
import type { Campaign, CampaignId } from './model.ts';
import { privateKeyOf, publicKeyOf, type DirectionKeys } from './signing.ts';
import * as store from './store.ts';

/** An open campaign with its keys, kept in memory: reading keys anew for every vote would halve what the portal takes. */
export interface OpenCampaign {
  readonly campaign: Campaign;
  readonly key: CampaignKey;
  readonly directions: ReadonlyMap<string, DirectionKeys>;
}

const known = new WeakMap<Portal, Map<CampaignId, Promise<OpenCampaign | null>>>();

function cacheOf(portal: Portal): Map<CampaignId, Promise<OpenCampaign | null>> {
  const cache = known.get(portal) ?? new Map<CampaignId, Promise<OpenCampaign | null>>();
  known.set(portal, cache);
  return cache;
}

/**
 * The campaign with its keys; null if there is no such campaign or it is not open. Throws if it is open and its key is
 * missing: then no vote can be taken or read.
 */
export async function openCampaign(portal: Portal, id: string): Promise<OpenCampaign | null> {
  const cache = cacheOf(portal);
  const cached = cache.get(id as CampaignId);
  if (cached) return cached;
  const loading = load(portal, id as CampaignId);
  // Kept before it is there, so that a hundred at once load it once, and so that a change in the meantime forgets it.
  cache.set(id as CampaignId, loading);
  const forget = () => {
    if (cache.get(id as CampaignId) === loading) cache.delete(id as CampaignId);
  };
  try {
    const loaded = await loading;
    // Only what is open stays: ids that were made up must not fill the memory.
    if (loaded === null) forget();
    return loaded;
  } catch (error) {
    forget();
    throw error;
  }
}

/** After a change of the campaign. */
export function forgetCampaign(portal: Portal, id: CampaignId): void {
  cacheOf(portal).delete(id);
}

async function load(portal: Portal, id: CampaignId): Promise<OpenCampaign | null> {
  const campaign = await store.byId(portal.read, id);
  if (campaign?.state !== 'open') return null;
  const key = readCampaignKey(portal, id);
  if (key === null) throw new Error('the key of an open campaign is missing: its file must be put back');
  const sealed = await store.sealedKeys(portal.read, id);
  const directions = await store.directions(portal.read, id);
  return {
    campaign,
    key,
    directions: new Map(
      directions.map((direction) => [
        direction.id,
        keysOf(key, direction.publicKey, sealed.get(direction.id)),
      ]),
    ),
  };
}

function keysOf(key: CampaignKey, publicKey: string, sealed: string | undefined): DirectionKeys {
  if (sealed === undefined) throw new Error('a key of an open campaign was destroyed');
  const privateKey = privateKeyOf(key.unseal(Buffer.from(sealed, 'base64url')));
  return { publicKey: publicKeyOf(publicKey), privateKey };
}

/** Whether responses and credentials are still taken: to the second that was announced. */
export function takesVotes({ closesAt }: Campaign, now: Date = new Date()): boolean {
  return now < new Date(closesAt);
}
