import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'openid-client';

/**
 * Why nobody was signed in.
 * - `cancelled`: the person turned back at the provider;
 * - `stale`: the attempt is over (too late, used already, or begun in another window): begin again;
 * - `unreachable`: the provider does not answer, or says that it cannot now: try later;
 * - `refused`: what came is not what was asked for, or the provider does not accept the portal.
 */
export type RefusalCode = 'cancelled' | 'stale' | 'unreachable' | 'refused';

/**
 * The provider signed nobody in. The message may be logged: it holds the kind of fault, never a token, a claim or
 * anything else that was sent. For the same reason there is no `cause`.
 */
export class ProviderRefusal extends Error {
  override readonly name = 'ProviderRefusal';
  readonly code: RefusalCode;

  constructor(code: RefusalCode, reason: string) {
    super(`identity provider: ${code} (${reason})`);
    this.code = code;
  }
}

/** Error codes come from outside: only what looks like one gets into a message. */
const plainCode = (code: string) => (/^\w{1,60}$/.test(code) ? code : 'unreadable code');

/** Faults of the way to the provider or of what answers there in its place, such as a proxy's page. */
const TRANSPORT_CODES = [
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_PARSE_ERROR',
  'OAUTH_RESPONSE_IS_NOT_JSON',
] as const;

/**
 * What a fault thrown by openid-client means for the person who wants to sign in. What is not of its making, such as a
 * mistake of ours, is given back as it is.
 */
export function refusalFrom(fault: unknown): unknown {
  if (fault instanceof AuthorizationResponseError) {
    // RFC 6749, 4.1.2.1
    const reason = plainCode(fault.error);
    if (fault.error === 'access_denied') return new ProviderRefusal('cancelled', reason);
    const isPassing = ['server_error', 'temporarily_unavailable'].includes(fault.error);
    return new ProviderRefusal(isPassing ? 'unreachable' : 'refused', reason);
  }
  if (fault instanceof ResponseBodyError) {
    // RFC 6749, 5.2: the code has expired, was used already, or belongs to another request.
    if (fault.error === 'invalid_grant') return new ProviderRefusal('stale', fault.error);
    return new ProviderRefusal(codeOfStatus(fault.status), plainCode(fault.error));
  }
  if (fault instanceof WWWAuthenticateChallengeError) {
    // RFC 6750, 3
    const { error } = fault.cause[0]?.parameters ?? {};
    return new ProviderRefusal(codeOfStatus(fault.status), plainCode(error ?? `status_${fault.status}`));
  }
  if (fault instanceof ClientError) return refusalFromClient(fault);
  // fetch throws a TypeError without a code when it cannot connect; openid-client's own have one.
  if (fault instanceof TypeError && !('code' in fault))
    return new ProviderRefusal('unreachable', 'no answer');
  return fault;
}

function refusalFromClient(fault: ClientError): ProviderRefusal {
  const code = fault.code ?? 'no code';
  if (TRANSPORT_CODES.some((transport) => transport === code))
    return new ProviderRefusal('unreachable', code);
  if (!(fault.cause instanceof Response)) return new ProviderRefusal('refused', code);
  const { status } = fault.cause;
  return new ProviderRefusal(codeOfStatus(status), `${code}, status ${status}`);
}

const codeOfStatus = (status: number): RefusalCode => (status >= 500 ? 'unreachable' : 'refused');
