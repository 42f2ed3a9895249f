import { json } from '@sveltejs/kit';

/** What a refusal is called in the answers of the survey's HTTP face, with its status. */
const REFUSALS = {
  malformed: 400,
  signedOut: 401,
  notInvited: 403,
  signature: 403,
  unknown: 404,
  given: 409,
  otherAnswers: 409,
  closed: 410,
  tooMany: 429,
} as const;

export type Refusal = keyof typeof REFUSALS;

export function statusOf(reason: Refusal): number {
  return REFUSALS[reason];
}

/** A refusal as data: the page that asked has the words for it. */
export function refusal(reason: Refusal): Response {
  return json({ error: reason }, { status: statusOf(reason) });
}

/** The body of a request as JSON; undefined if it is none. */
export async function jsonBody(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') return undefined;
  try {
    return (await request.json()) as unknown;
  } catch {
    return undefined;
  }
}
