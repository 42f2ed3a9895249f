import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Portal, Writer } from '../database/database.ts';
import type { PersonId, UnitId } from '../organisation/model.ts';
import { bytes } from './ballot.ts';
import { groupCommit } from './group-commit.ts';
import { MODULUS_BYTES, type CampaignId } from './model.ts';
import { openCampaign, takesVotes } from './open-campaign.ts';
import { blindSign, isSignable } from './signing.ts';
import * as store from './store.ts';

export type CredentialAnswer =
  | { readonly ok: true; readonly direction: UnitId; readonly blindSignature: string }
  | { readonly ok: false; readonly reason: 'malformed' | 'notInvited' | 'given' | 'closed' | 'unknown' };

const refused = (reason: Extract<CredentialAnswer, { ok: false }>['reason']) =>
  ({ ok: false, reason }) as const;

/**
 * Signs a person's blinded message with the key of the own direction, once for each person; the same message again gets the
 * same signature, so that a broken connection costs nobody the vote. That it was given is on disk before it leaves.
 */
export async function giveCredential(
  portal: Portal,
  id: string,
  person: PersonId,
  blindedMessage: unknown,
): Promise<CredentialAnswer> {
  const open = await openCampaign(portal, id);
  if (open === null) return refused((await store.byId(portal.read, id as CampaignId)) ? 'closed' : 'unknown');
  if (!takesVotes(open.campaign)) return refused('closed');
  const blinded = bytes(blindedMessage, MODULUS_BYTES);
  if (blinded === null) return refused('malformed');
  const direction = await store.invitedTo(portal.read, open.campaign.id, person);
  const keys = direction && open.directions.get(direction);
  if (!direction || !keys) return refused('notInvited');
  if (!isSignable(keys, blinded)) return refused('malformed');
  const digest = createHash('sha256').update(blinded).digest('base64url');
  const given = await registerOf(portal)({ id: open.campaign.id, person, digest });
  if (given !== 'ok') return refused(given);
  const signature = await inTurn(() => blindSign(keys, blinded));
  return { ok: true, direction, blindSignature: signature.toString('base64url') };
}

let turn: Promise<unknown> = Promise.resolve();

/**
 * One signature a turn of the event loop: each takes a millisecond or two of it, and votes and new connections must not
 * wait for a hundred.
 */
function inTurn<Result>(work: () => Result): Promise<Result> {
  const done = turn.then(() => nextTurn()).then(work);
  turn = done.catch(() => undefined);
  return done;
}

interface Credential {
  readonly id: CampaignId;
  readonly person: PersonId;
  readonly digest: string;
}

type Given = 'ok' | 'given' | 'closed';

const registers = new WeakMap<Portal, (credential: Credential) => Promise<Given>>();

function registerOf(portal: Portal): (credential: Credential) => Promise<Given> {
  const register = registers.get(portal) ?? groupCommit(portal, enterAll);
  registers.set(portal, register);
  return register;
}

async function enterAll(write: Writer, credentials: readonly Credential[]): Promise<Given[]> {
  const given: Given[] = [];
  for (const credential of credentials) given.push(await enter(write, credential));
  return given;
}

async function enter(write: Writer, { id, person, digest }: Credential): Promise<Given> {
  if ((await store.byId(write, id))?.state !== 'open') return 'closed';
  const before = await store.blindedDigest(write, id, person);
  if (before === null) await store.giveCredential(write, id, person, digest);
  return before === null || before === digest ? 'ok' : 'given';
}
