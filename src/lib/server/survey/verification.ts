import { createHash } from 'node:crypto';
import * as z from 'zod';
import { page } from '../audit/trail.ts';
import type { Reader } from '../database/database.ts';
import type { UnitId } from '../organisation/model.ts';
import {
  PREPARED_BYTES,
  TOKEN_BYTES,
  type Campaign,
  type CampaignDirection,
  type CampaignId,
} from './model.ts';
import * as ballots from './ballot-store.ts';
import { publishedText } from './publication.ts';
import { tokenDigest } from './receipt.ts';
import { fingerprintOf, isSignature, publicKeyOf } from './signing.ts';
import * as store from './store.ts';

/** What is checked of a closed campaign; `examined`: how many things were looked at. */
export type Check =
  | { readonly name: 'keys' | 'signatures' | 'tokens' | 'answers'; readonly examined: number }
  | ({ readonly name: 'counts' | 'directions' } & Counts)
  | { readonly name: 'destroyed' }
  | { readonly name: 'result'; readonly digest: string };

interface Counts {
  readonly responses: number;
  readonly credentials: number;
  readonly invited: number;
}

/** What is wrong; a response is named by the beginning of its digest. */
export type Fault =
  | { readonly code: 'fingerprint'; readonly direction: string }
  | { readonly code: 'signature' | 'token' | 'tokenTwice' | 'answers'; readonly response: string }
  | { readonly code: 'uninvitedCredential'; readonly count: number }
  /** Null: of the whole campaign. */
  | ({ readonly code: 'counts'; readonly direction: string | null } & Counts)
  | { readonly code: 'sealedLeft' | 'keysLeft'; readonly count: number }
  | { readonly code: 'noResult' | 'resultDigest' | 'resultRecord' | 'resultDiffers' };

export interface Verification {
  readonly campaign: Campaign;
  readonly checks: readonly Check[];
  readonly faults: readonly Fault[];
}

/** Campaigns that are not closed have no responses to check. */
export function isVerifiable({ state }: Campaign): boolean {
  return state === 'closed' || state === 'published';
}

/** Checks a closed campaign from what is in the database alone: no key of the portal is needed. */
export async function verifyCampaign(db: Reader, campaign: Campaign): Promise<Verification> {
  const { id } = campaign;
  const directions = await store.directions(db, id);
  const responses = await ballots.responses(db, id);
  const invitations = await store.invitations(db, id);
  const invited = invitations.filter(({ reason }) => reason === 'assigned');

  const badVotes = voteFaults(directions, responses);
  const faults: Fault[] = [
    ...directions
      .filter(({ publicKey, fingerprint }) => fingerprintOf(publicKey) !== fingerprint)
      .map(({ id: direction }) => ({ code: 'fingerprint', direction }) as const),
    ...badVotes,
    ...countFaults(directions, responses, invited, await store.credentialsGiven(db, id)),
    ...(await leftOver(db, campaign)),
    // A vote that is none cannot be computed with, and is told above.
    ...(badVotes.length === 0 ? await resultFaults(db, campaign, responses) : []),
  ];
  const counts: Counts = {
    responses: responses.length,
    credentials: invited.filter(({ hasCredential }) => hasCredential).length,
    invited: invited.length,
  };
  const checks: Check[] = [
    { name: 'keys', examined: directions.length },
    { name: 'signatures', examined: responses.length },
    { name: 'tokens', examined: responses.length },
    { name: 'answers', examined: responses.length },
    { name: 'counts', ...counts },
    { name: 'directions', ...counts },
    { name: 'destroyed' },
    { name: 'result', digest: (await store.resultOf(db, id))?.digest ?? '' },
  ];
  return { campaign, checks, faults };
}

function voteFaults(
  directions: readonly CampaignDirection[],
  responses: readonly ballots.ResponseRow[],
): Fault[] {
  const keys = new Map<string, ReturnType<typeof publicKeyOf>>(
    directions.map(({ id, publicKey }) => [id, publicKeyOf(publicKey)]),
  );
  const seen = new Set<string>();
  return responses.flatMap(({ directionId, tokenDigest: kept, preparedMessage, signature, answers }) => {
    const response = kept.toString('hex').slice(0, 16);
    const token = preparedMessage.subarray(-TOKEN_BYTES);
    const key = keys.get(directionId);
    const found: Fault[] = [];
    if (!key || preparedMessage.length !== PREPARED_BYTES || !isSignature(key, preparedMessage, signature))
      found.push({ code: 'signature', response });
    if (!tokenDigest(token).equals(kept)) found.push({ code: 'token', response });
    if (seen.has(token.toString('hex'))) found.push({ code: 'tokenTwice', response });
    if (!/^[1-5]{8}$/.test(answers)) found.push({ code: 'answers', response });
    seen.add(token.toString('hex'));
    return found;
  });
}

function countFaults(
  directions: readonly CampaignDirection[],
  responses: readonly ballots.ResponseRow[],
  invited: readonly store.Listed[],
  credentialsGiven: number,
): Fault[] {
  const of = (direction: UnitId | null): Counts => {
    const isOf = (each: UnitId) => direction === null || each === direction;
    const own = invited.filter((each) => isOf(each.direction));
    return {
      responses: responses.filter(({ directionId }) => isOf(directionId)).length,
      credentials: own.filter(({ hasCredential }) => hasCredential).length,
      invited: own.length,
    };
  };
  const uninvited = credentialsGiven - of(null).credentials;
  return [
    ...(uninvited > 0 ? [{ code: 'uninvitedCredential', count: uninvited } as const] : []),
    ...[null, ...directions.map(({ id }) => id)]
      .map((direction) => ({ code: 'counts', direction, ...of(direction) }) as const)
      .filter(({ responses, credentials }) => responses > credentials),
  ];
}

async function leftOver(db: Reader, { id }: Campaign): Promise<Fault[]> {
  const sealed = await ballots.sealedCount(db, id);
  const keys = (await store.sealedKeys(db, id)).size;
  return [
    ...(sealed > 0 ? [{ code: 'sealedLeft', count: sealed } as const] : []),
    ...(keys > 0 ? [{ code: 'keysLeft', count: keys } as const] : []),
  ];
}

async function resultFaults(
  db: Reader,
  campaign: Campaign,
  responses: readonly ballots.ResponseRow[],
): Promise<Fault[]> {
  const frozen = await store.resultOf(db, campaign.id);
  if (frozen === null) return [{ code: 'noResult' }];
  const digest = createHash('sha256').update(frozen.result).digest('hex');
  const invited = await store.invitedCounts(db, campaign.id);
  const again = await publishedText(db, campaign, responses, invited, comparedIn(frozen.result));
  return [
    ...(digest === frozen.digest ? [] : [{ code: 'resultDigest' } as const]),
    ...((await recordedDigest(db, campaign)) === frozen.digest ? [] : [{ code: 'resultRecord' } as const]),
    ...(again === frozen.result ? [] : [{ code: 'resultDiffers' } as const]),
  ];
}

const compared = z.object({ comparedWith: z.string().nullable() });

/** The earlier campaign that a frozen text names; null too where somebody made the text unreadable: it differs anyway. */
function comparedIn(result: string): CampaignId | null {
  const read = compared.safeParse(jsonOf(result));
  return read.success ? (read.data.comparedWith as CampaignId | null) : null;
}

const closing = z.object({ resultDigest: z.string() });

/** The digest that the trail has of the close; null if it has none. The trail itself is verified with its key. */
async function recordedDigest(db: Reader, { id }: Campaign): Promise<string | null> {
  const { entries } = await page(db, { before: null, subject: { kind: 'campaign', id }, person: null });
  const entry = entries.find(({ action }) => action === 'campaign.close');
  const told = closing.safeParse(jsonOf(entry?.after ?? ''));
  return told.success ? told.data.resultDigest : null;
}

/** Undefined if the text is no JSON: what is verified may have been tampered with. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
