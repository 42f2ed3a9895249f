import { fetchBlindSignature } from './api.ts';
import { drawBlinded, unblindedSignature } from './blind-signature.ts';
import type { CurrentSurvey } from './current-survey.ts';
import { sha256 } from './encoding.ts';
import { allCredentials, credentialOf, dropCredential, keepCredential } from './keeping.ts';
import { VERSION, type KeptCredential, type PendingCredential } from './kept.ts';
import { currentSurvey } from './pinning.ts';
import { Refusal, refusalOf } from './refusal.ts';
import { alone } from './tabs.ts';

/** An open campaign to which the person who is signed in is invited. */
export interface Invitation {
  readonly campaign: string;
  readonly title: string;
  /** The person's name. */
  readonly holder: string;
  /** Id of the direction whose executive they may judge. */
  readonly direction: string;
}

/** What the credential of a person for a campaign is kept under, which does not show the name. */
export function credentialId({ campaign, holder }: Pick<Invitation, 'campaign' | 'holder'>): Promise<string> {
  return sha256(new TextEncoder().encode(`${campaign}\n${holder}`));
}

/**
 * Makes sure that this device holds the credential of who is signed in: draw, blind, keep, ask, unblind, verify, keep.
 * Broken off anywhere and begun again, it asks with the same blinded message. Does nothing where one was had before.
 *
 * @returns what is kept now: ready, or what became of it before
 * @throws Refusal
 */
export function obtainCredential(invitation: Invitation): Promise<KeptCredential> {
  return alone('credential', async () => {
    const id = await credentialId(invitation);
    const known = await credentialOf(id);
    if (known !== undefined && known.status !== 'pending') return known;
    const survey = await currentSurvey();
    if (survey?.campaign !== invitation.campaign || survey.state !== 'open') throw new Refusal('closed');
    const publicKey = keyOf(survey, known?.direction ?? invitation.direction).publicKey;
    const pending = known ?? (await drawPending(id, invitation, survey));
    try {
      return await signed(pending, publicKey);
    } catch (thrown) {
      const { reason } = refusalOf(thrown);
      if (reason === 'elsewhere')
        await keepCredential({
          version: VERSION,
          id,
          campaign: survey.campaign,
          status: 'ended',
          why: 'elsewhere',
        });
      if (reason === 'notInvited' || reason === 'closed') await dropCredential(id);
      throw thrown;
    }
  });
}

/** Drops, with the names in it, what is of no use any more; a vote that waits stays until the server has refused it. */
export async function forgetOutdated({
  campaign,
  state,
}: Pick<CurrentSurvey, 'campaign' | 'state'>): Promise<void> {
  for (const kept of await allCredentials()) {
    const over = kept.campaign !== campaign || (state !== 'open' && kept.status !== 'ended');
    if (over && kept.status !== 'queued') await dropCredential(kept.id);
  }
}

async function drawPending(
  id: string,
  { campaign, title, holder, direction }: Invitation,
  survey: CurrentSurvey,
): Promise<PendingCredential> {
  const { name, publicKey } = keyOf(survey, direction);
  const pending = {
    version: VERSION,
    status: 'pending',
    id,
    campaign,
    title,
    holder,
    direction,
    directionName: name,
    ...(await drawBlinded(publicKey)),
  } as const;
  await keepCredential(pending);
  return pending;
}

async function signed(pending: PendingCredential, publicKey: string): Promise<KeptCredential> {
  const answer = await fetchBlindSignature(pending.campaign, pending.blindedMessage);
  if (answer.direction !== pending.direction) throw new Refusal('otherDirection');
  const signature = await unblindedSignature(publicKey, pending, answer.blindSignature);
  // Without the blinded message and its inverse: together with the token they would tie the vote to who asked.
  const { blindedMessage: _sent, inverse: _kept, ...owned } = pending;
  const ready = { ...owned, status: 'ready', signature } as const;
  await keepCredential(ready);
  return ready;
}

function keyOf(survey: CurrentSurvey, direction: string): CurrentSurvey['directions'][number] {
  const found = survey.directions.find(({ id }) => id === direction);
  if (found === undefined) throw new Refusal('otherDirection');
  return found;
}
