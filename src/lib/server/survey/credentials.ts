import { createHash } from 'node:crypto';
import type { Portal } from '../database/database.ts';
import type { PersonId, UnitId } from '../organisation/model.ts';
import { bytes } from './ballot.ts';
import { MODULUS_BYTES, type CampaignId } from './model.ts';
import { openCampaign, takesVotes } from './open-campaign.ts';
import { blindSign } from './signing.ts';
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
  const signature = blindSign(keys, blinded);
  if (signature === null) return refused('malformed');
  const digest = createHash('sha256').update(blinded).digest('base64url');
  const given = await portal.transaction(async (write) => {
    if ((await store.byId(write, open.campaign.id))?.state !== 'open') return 'closed';
    const before = await store.blindedDigest(write, open.campaign.id, person);
    if (before === null) await store.giveCredential(write, open.campaign.id, person, digest);
    return before === null || before === digest ? 'ok' : 'given';
  });
  return given === 'ok'
    ? { ok: true, direction, blindSignature: signature.toString('base64url') }
    : refused(given);
}
