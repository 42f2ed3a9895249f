/**
 * Why something did not go through.
 *
 * - `signedOut`: a credential is given only to who is signed in
 * - `notInvited`, `elsewhere`: no credential, or it was given to another device
 * - `closed`: the campaign takes no more votes
 * - `otherAnswers`: a vote with other answers was counted with this credential
 * - `keyChanged`: the server shows other keys than before; `badSignature`: it signed with another key than it shows;
 *   `otherDirection`: it signed for another direction than it said. Each may be an attempt to mark somebody.
 * - `invalid`: the server found what was sent malformed, of no campaign, or not signed by the direction's key
 * - `tooMany`, `network`, `server`: for now; the same can be tried again
 * - `unsupported`: the browser lacks what is needed, or keeps nothing
 */
export type RefusalReason =
  | 'signedOut'
  | 'notInvited'
  | 'elsewhere'
  | 'closed'
  | 'otherAnswers'
  | 'keyChanged'
  | 'badSignature'
  | 'otherDirection'
  | 'invalid'
  | 'tooMany'
  | 'network'
  | 'server'
  | 'unsupported';

/** What waiting may help against. */
export const PASSING: ReadonlySet<RefusalReason> = new Set(['tooMany', 'network', 'server']);

/** What the functions of this folder throw when something is refused; the page has words for each reason. */
export class Refusal extends Error {
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason, cause?: unknown) {
    super(reason, { cause });
    this.reason = reason;
  }

  get passing(): boolean {
    return PASSING.has(this.reason);
  }
}

/** What was thrown as a refusal; what is none is thrown on. */
export function refusalOf(thrown: unknown): Refusal {
  if (thrown instanceof Refusal) return thrown;
  throw thrown;
}
