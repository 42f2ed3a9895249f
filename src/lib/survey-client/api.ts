import { resolve } from '$app/paths';
import { isRecord, isText, parseCurrentSurvey, type CurrentSurvey } from './current-survey.ts';
import { Refusal, type RefusalReason } from './refusal.ts';

/** A request that hangs would keep its lock, and with it every other tab. */
const PATIENCE_MS = 30_000;

/** Without cookies, referrer or cache: nothing in the request says who asks, or on which page they are. */
const NOBODY: RequestInit = { credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' };

/** What a vote says; no more than this leaves the device. */
export interface Ballot {
  readonly direction: string;
  readonly preparedMessage: string;
  readonly signature: string;
  readonly answers: readonly number[];
}

/**
 * The campaign that is on, asked for by nobody: a server that cannot tell who asks can show nobody keys of their own.
 * null if there is none. Throws `Refusal`.
 */
export async function fetchCurrentSurvey(): Promise<CurrentSurvey | null> {
  const response = await ask('current', NOBODY);
  if (response.status === 404) return null;
  refuse(response, {});
  return parseCurrentSurvey(await bodyOf(response)) ?? fail();
}

/** Has a blinded message signed, as the person who is signed in. Throws `Refusal`. */
export async function fetchBlindSignature(
  campaign: string,
  blindedMessage: string,
): Promise<{ readonly direction: string; readonly blindSignature: string }> {
  const response = await ask(`${encodeURIComponent(campaign)}/credential`, {
    ...posted({ blindedMessage }),
    credentials: 'same-origin',
  });
  refuse(response, { 401: 'signedOut', 403: 'notInvited', 409: 'elsewhere' });
  const body = await bodyOf(response);
  if (!isRecord(body) || !isText(body.direction) || !isText(body.blindSignature)) return fail();
  return { direction: body.direction, blindSignature: body.blindSignature };
}

/** Sends a vote, as nobody; the same vote may be sent again. Returns its receipt. Throws `Refusal`. */
export async function postBallot(campaign: string, ballot: Ballot): Promise<string> {
  const { direction, preparedMessage, signature, answers } = ballot;
  const response = await ask(`${encodeURIComponent(campaign)}/response`, {
    ...NOBODY,
    ...posted({ direction, preparedMessage, signature, answers }),
  });
  refuse(response, { 403: 'invalid', 409: 'otherAnswers' });
  const body = await bodyOf(response);
  return isRecord(body) && isText(body.receipt) ? body.receipt : fail();
}

function posted(body: unknown): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    referrerPolicy: 'no-referrer',
  };
}

async function ask(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(`${resolve('/')}api/survey/${path}`, {
      ...init,
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
  } catch {
    throw new Refusal('network');
  }
}

function refuse({ ok, status }: Response, reasons: Readonly<Record<number, RefusalReason>>): void {
  if (ok) return;
  const shared: Readonly<Record<number, RefusalReason>> = {
    400: 'invalid',
    404: 'invalid',
    410: 'closed',
    429: 'tooMany',
  };
  throw new Refusal(reasons[status] ?? shared[status] ?? 'server');
}

async function bodyOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    // Broken off on the way, or a page of a proxy in between.
    throw new Refusal('network');
  }
}

/** The server answered something that no version of it should. */
function fail(): never {
  throw new Refusal('server');
}
