import type { RefusalReason } from './refusal.ts';

/** The form that the records below are kept in; those of another are not read. */
export const VERSION = 1;

/** Whose credential it is and what for. `holder` tells people on a shared device apart, until the vote is sent. */
interface Owned {
  readonly version: typeof VERSION;
  readonly id: string;
  readonly campaign: string;
  readonly title: string;
  readonly holder: string;
  readonly direction: string;
  readonly directionName: string;
  /** 32 random bytes, then the token of 32. */
  readonly preparedMessage: string;
}

/** Drawn and blinded, not signed yet. Kept before it is sent: only the same blinded message is signed twice. */
export interface PendingCredential extends Owned {
  readonly status: 'pending';
  readonly blindedMessage: string;
  readonly inverse: string;
}

/** Signed: the right to one vote. What tied it to the request is gone. */
export interface ReadyCredential extends Owned {
  readonly status: 'ready';
  readonly signature: string;
}

/** With the answers, waiting to be sent. Kept before it is sent: it survives a lost network and a closed tab. */
export interface QueuedBallot extends Omit<ReadyCredential, 'status'> {
  readonly status: 'queued';
  readonly answers: readonly number[];
  /** Milliseconds since 1970. */
  readonly sendAfter: number;
  /** True from just before it first leaves: it may have been counted, so the answers can no longer be changed. */
  readonly attempted: boolean;
  /** What stopped the last try. */
  readonly stopped: RefusalReason | null;
}

/** What remains, without a name and without a secret: that nothing is left to do on this device. */
export interface EndedCredential {
  readonly version: typeof VERSION;
  readonly id: string;
  readonly campaign: string;
  readonly status: 'ended';
  readonly why: 'sent' | 'elsewhere' | 'late' | 'otherAnswers';
}

export type KeptCredential = PendingCredential | ReadyCredential | QueuedBallot | EndedCredential;

/** Proof that a vote was counted; nothing here says whose. */
export interface KeptReceipt {
  readonly version: typeof VERSION;
  readonly receipt: string;
  readonly campaign: string;
  readonly title: string;
  readonly directionName: string;
}

/** The keys of a campaign as this device first saw them: fingerprints by direction. */
export interface PinnedKeys {
  readonly version: typeof VERSION;
  readonly campaign: string;
  readonly fingerprints: Readonly<Record<string, string>>;
}

/** What each store of the device holds. */
export interface Kept {
  readonly credentials: KeptCredential;
  readonly receipts: KeptReceipt;
  readonly keys: PinnedKeys;
}
