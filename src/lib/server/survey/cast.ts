import type { Portal, Writer } from '../database/database.ts';
import { packed, parseBallot, tokenOf, unpacked, type Ballot } from './ballot.ts';
import * as ballots from './ballot-store.ts';
import { groupCommit } from './group-commit.ts';
import type { CampaignId } from './model.ts';
import { openCampaign, takesVotes, type OpenCampaign } from './open-campaign.ts';
import { receiptOf } from './receipt.ts';
import { isSignature } from './signing.ts';
import * as store from './store.ts';

export type CastAnswer =
  | { readonly ok: true; readonly receipt: string; readonly again: boolean }
  | {
      readonly ok: false;
      readonly reason: 'malformed' | 'signature' | 'otherAnswers' | 'closed' | 'unknown';
    };

const refused = (reason: Extract<CastAnswer, { ok: false }>['reason']) => ({ ok: false, reason }) as const;

/**
 * Takes a vote. It is counted once for each token and on disk when this is fulfilled. Nothing here knows who sent it, and
 * nothing is written that tells when.
 */
export async function cast(portal: Portal, id: string, body: unknown): Promise<CastAnswer> {
  const open = await openCampaign(portal, id);
  if (open === null) return refused((await store.byId(portal.read, id as CampaignId)) ? 'closed' : 'unknown');
  if (!takesVotes(open.campaign)) return refused('closed');
  const ballot = parseBallot(body);
  if (ballot === null) return refused('malformed');
  const keys = open.directions.get(ballot.direction);
  if (!keys || !isSignature(keys.publicKey, ballot.prepared, ballot.signature)) return refused('signature');
  return boxOf(portal)({ open, ballot });
}

interface Cast {
  readonly open: OpenCampaign;
  readonly ballot: Ballot;
}

const boxes = new WeakMap<Portal, (cast: Cast) => Promise<CastAnswer>>();

function boxOf(portal: Portal): (cast: Cast) => Promise<CastAnswer> {
  const box = boxes.get(portal) ?? groupCommit(portal, putIn);
  boxes.set(portal, box);
  return box;
}

async function putIn(write: Writer, casts: readonly Cast[]): Promise<CastAnswer[]> {
  const stillOpen = new Map<CampaignId, boolean>();
  const answers: CastAnswer[] = [];
  for (const { open, ballot } of casts) {
    const { id } = open.campaign;
    // Asked inside the transaction: a vote that comes while the campaign is being closed is in or refused, never lost.
    if (!stillOpen.has(id)) stillOpen.set(id, (await store.byId(write, id))?.state === 'open');
    answers.push(stillOpen.get(id) ? await putOne(write, open, ballot) : refused('closed'));
  }
  return answers;
}

async function putOne(write: Writer, { campaign, key }: OpenCampaign, ballot: Ballot): Promise<CastAnswer> {
  const token = tokenOf(ballot);
  const mac = key.mac(token);
  const again = !(await ballots.addSealed(write, campaign.id, mac, key.seal(packed(ballot))));
  if (again) {
    const { direction, answers } = unpacked(key.unseal(await ballots.sealedWith(write, campaign.id, mac)));
    if (direction !== ballot.direction || answers !== ballot.answers) return refused('otherAnswers');
  }
  return { ok: true, receipt: receiptOf(token), again };
}
