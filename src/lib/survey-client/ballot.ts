import { postBallot } from './api.ts';
import { randomlyLater } from './delay.ts';
import { credentialOf, keepCredential, keepReceipt } from './keeping.ts';
import {
  VERSION,
  type EndedCredential,
  type KeptCredential,
  type KeptReceipt,
  type QueuedBallot,
} from './kept.ts';
import { currentSurvey } from './pinning.ts';
import { refusalOf } from './refusal.ts';
import { alone } from './tabs.ts';

/** Keeps the answers, to be sent after a random while. Changes nothing unless the credential still waits for its vote. */
export function queueBallot(id: string, answers: readonly number[]): Promise<void> {
  return change(id, 'ready', (ready) => ({
    ...ready,
    status: 'queued',
    answers,
    sendAfter: randomlyLater(),
    attempted: false,
    stopped: null,
  }));
}

/** Takes a vote back that has never left this device, with its answers. */
export function cancelBallot(id: string): Promise<void> {
  return change(id, 'queued', (queued) => {
    if (queued.attempted) return queued;
    const {
      answers: _answers,
      sendAfter: _after,
      attempted: _attempted,
      stopped: _stopped,
      ...owned
    } = queued;
    return { ...owned, status: 'ready' };
  });
}

/** Puts a vote off once more by a random while. */
export function postponeBallot(id: string): Promise<void> {
  return change(id, 'queued', (queued) => ({ ...queued, sendAfter: randomlyLater() }));
}

/**
 * Sends a vote that waits. What was counted is counted once, however often it is sent: the server answers the same vote
 * with the same receipt.
 *
 * @returns the receipt; null if nothing waits under that id (any more)
 * @throws Refusal; the vote is still there if it is a passing one
 */
export function sendBallot(id: string): Promise<string | null> {
  return alone('ballot', async () => {
    const queued = await credentialOf(id);
    if (queued?.status !== 'queued') return null;
    let attempted = queued.attempted;
    try {
      // Once more, perhaps on another network than when the credential was had: are the keys still those?
      await currentSurvey();
      attempted = true;
      await keepCredential({ ...queued, attempted });
      const receipt = await postBallot(queued.campaign, queued);
      await keepReceipt(receiptOf(queued, receipt), ended(queued, 'sent'));
      return receipt;
    } catch (thrown) {
      const refusal = refusalOf(thrown);
      if (refusal.reason === 'closed') await keepCredential(ended(queued, 'late'));
      else if (refusal.reason === 'otherAnswers') await keepCredential(ended(queued, 'otherAnswers'));
      else
        await keepCredential({
          ...queued,
          attempted,
          stopped: refusal.reason,
          sendAfter: randomlyLater(),
        });
      throw refusal;
    }
  });
}

function receiptOf({ campaign, title, directionName }: QueuedBallot, receipt: string): KeptReceipt {
  return { version: VERSION, receipt, campaign, title, directionName };
}

function ended({ id, campaign }: QueuedBallot, why: EndedCredential['why']): EndedCredential {
  return { version: VERSION, id, campaign, status: 'ended', why };
}

function change<Status extends KeptCredential['status']>(
  id: string,
  status: Status,
  next: (credential: Extract<KeptCredential, { status: Status }>) => KeptCredential,
): Promise<void> {
  return alone('ballot', async () => {
    const kept = await credentialOf(id);
    if (kept?.status === status)
      await keepCredential(next(kept as Extract<KeptCredential, { status: Status }>));
  });
}
