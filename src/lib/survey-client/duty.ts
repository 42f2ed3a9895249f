import { postponeBallot, sendBallot } from './ballot.ts';
import { credentialId, obtainCredential, type Invitation } from './credential.ts';
import { allCredentials, credentialOf } from './keeping.ts';
import type { KeptCredential, QueuedBallot } from './kept.ts';
import { PASSING, refusalOf, type RefusalReason } from './refusal.ts';
import { canVoteHere, onKeptChange } from './tabs.ts';

/** How a page hears of what happens behind it to the credential of who is signed in. */
export interface Listener {
  /** It is kept on this device, or this is what became of it. */
  credential(kept: KeptCredential): void;
  /** It was not given; where that may pass, it is asked for again. */
  refused(reason: RefusalReason): void;
}

const FIRST_RETRY_MS = 15_000;
const LONGEST_RETRY_MS = 10 * 60_000;

/**
 * What every open page of the portal does for the survey, quietly: fetches the credential of who is signed in, and sends
 * what waits on this device when its time has come, whoever's it is.
 *
 * @param invitation null: nobody is signed in, or nothing is asked of them
 * @returns how to stop
 */
export function doSurveyDuty(invitation: Invitation | null, listener: Listener): () => void {
  if (!canVoteHere()) return () => undefined;
  const stops = [sendWhenDue()];
  if (invitation !== null) stops.push(keepObtaining(invitation, listener));
  return () => {
    for (const stop of stops) stop();
  };
}

function keepObtaining(invitation: Invitation, listener: Listener): () => void {
  let wait = FIRST_RETRY_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  const tryOnce = async () => {
    try {
      const kept = await obtainCredential(invitation);
      if (!stopped) listener.credential(kept);
    } catch (thrown) {
      const { reason, passing } = refusalOf(thrown);
      if (stopped) return;
      listener.refused(reason);
      if (!passing) return;
      timer = setTimeout(() => void tryOnce(), wait);
      wait = Math.min(2 * wait, LONGEST_RETRY_MS);
    }
  };
  const look = async () => {
    const kept = await credentialOf(await credentialId(invitation));
    if (kept !== undefined && !stopped) listener.credential(kept);
  };
  void tryOnce();
  const stopListening = onKeptChange(() => void look());
  return () => {
    stopped = true;
    clearTimeout(timer);
    stopListening();
  };
}

function sendWhenDue(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  const look = async () => {
    try {
      const next = (await waiting()).sort((a, b) => a.sendAfter - b.sendAfter)[0];
      clearTimeout(timer);
      if (stopped || next === undefined) return;
      timer = setTimeout(() => void send(next.id), Math.max(0, next.sendAfter - Date.now()));
    } catch (thrown) {
      refusalOf(thrown);
    }
  };
  const send = async (id: string) => {
    try {
      await sendBallot(id);
    } catch (thrown) {
      // Kept with the vote, where the voting page reads it.
      refusalOf(thrown);
    }
  };
  const stopListening = onKeptChange(() => void look());
  void postponeOverdue().then(look);
  return () => {
    stopped = true;
    clearTimeout(timer);
    stopListening();
  };
}

/** What a closed page could not send does not go at the very moment in which somebody opens the next one. */
async function postponeOverdue(): Promise<void> {
  try {
    for (const { id, sendAfter } of await waiting()) if (sendAfter <= Date.now()) await postponeBallot(id);
  } catch (thrown) {
    refusalOf(thrown);
  }
}

/** The votes that wait; one that was stopped for good is sent again only when somebody asks for it. */
async function waiting(): Promise<QueuedBallot[]> {
  const kept = await allCredentials();
  return kept
    .filter((credential) => credential.status === 'queued')
    .filter(({ stopped }) => stopped === null || PASSING.has(stopped));
}
