import type { Portal } from '../database/database.ts';
import { statusOf, type Refusal } from './answers.ts';
import { cast } from './cast.ts';
import { allows } from './limits.ts';

/** What the response call answers, whichever way the request came in. */
export interface VoteAnswer {
  readonly status: number;
  readonly content: { readonly receipt: string } | { readonly error: Refusal };
}

/** Takes a vote from anybody who holds a credential: whoever sends it is never asked for. */
export async function voteCall(
  portal: Portal,
  campaign: string,
  address: string,
  body: unknown,
): Promise<VoteAnswer> {
  if (!(await allows('votes', address))) return refused('tooMany');
  const answer = await cast(portal, campaign, body);
  if (!answer.ok) return refused(answer.reason);
  return { status: answer.again ? 200 : 201, content: { receipt: answer.receipt } };
}

const refused = (error: Refusal): VoteAnswer => ({ status: statusOf(error), content: { error } });
