import {
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type Configuration,
} from 'openid-client';
import { z } from 'zod';
import { hasSecondFactor, mailIn, taxCodeIn, type Claims } from './claims.ts';
import { configurationOf } from './discovery.ts';
import { ProviderRefusal, refusalFrom } from './refusal.ts';
import type { ProviderSettings } from './settings.ts';

/** At least as long as a code verifier must be (RFC 7636, 4.1): an empty one would switch the check off. */
const secret = z.string().min(43).max(128);

/** What ties an answer of the provider to the browser that asked. */
export const pendingSchema = z.strictObject({ state: secret, nonce: secret, codeVerifier: secret });
export type PendingSignIn = z.infer<typeof pendingSchema>;

/** Whom the provider has signed in. */
export interface ProvidedIdentity {
  readonly issuer: string;
  /** The provider's own name for the person: never reassigned, unlike a mail address. */
  readonly subject: string;
  /** In capital letters, without the prefix of SPID. */
  readonly taxCode: string | null;
  /** In small letters; only one that the provider answers for. */
  readonly mail: string | null;
  readonly secondFactor: boolean;
}

/**
 * The first step: where to send the browser, and what to keep for the second step where only that browser can bring
 * it back.
 *
 * @param redirectUri the portal's address that the provider sends the person back to, as registered there
 *
 * Throws a `ProviderRefusal` when the provider cannot be asked.
 */
export async function begin(
  settings: ProviderSettings,
  redirectUri: string,
): Promise<{ location: URL; pending: PendingSignIn }> {
  const configuration = await orRefusal(() => configurationOf(settings));
  const pending = { state: randomState(), nonce: randomNonce(), codeVerifier: randomPKCECodeVerifier() };
  const location = buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri,
    scope: settings.scopes,
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await calculatePKCECodeChallenge(pending.codeVerifier),
    code_challenge_method: 'S256',
  });
  return { location, pending };
}

/**
 * The second step: exchanges the code that the browser brought for the person's identity.
 *
 * @param callbackUrl the whole address that the provider sent the browser to
 *
 * Throws a `ProviderRefusal` when nobody was signed in.
 */
export async function finish(
  settings: ProviderSettings,
  pending: PendingSignIn,
  callbackUrl: URL,
): Promise<ProvidedIdentity> {
  if (callbackUrl.searchParams.get('state') !== pending.state) throw new ProviderRefusal('stale', 'state');

  return orRefusal(async () => {
    const configuration = await configurationOf(settings);
    const tokens = await authorizationCodeGrant(configuration, callbackUrl, {
      expectedState: pending.state,
      expectedNonce: pending.nonce,
      pkceCodeVerifier: pending.codeVerifier,
    });
    const idToken = tokens.claims();
    // Unreachable as long as a nonce is expected: openid-client then insists on an id token.
    if (!idToken) throw new ProviderRefusal('refused', 'no id token');

    const matching = await matchingClaims(settings, configuration, tokens.access_token, idToken);
    return {
      issuer: idToken.iss,
      subject: idToken.sub,
      ...matching,
      // Userinfo may come of an earlier sign-in: only the id token tells of this one.
      secondFactor: hasSecondFactor(idToken, settings),
    };
  });
}

/** What an account is matched by: from the id token and, where that is silent, from userinfo. */
async function matchingClaims(
  { taxCodeClaim, trustsMail }: ProviderSettings,
  configuration: Configuration,
  accessToken: string,
  idToken: Claims & { sub: string },
) {
  // The address and whether it is verified always come from the same place.
  const read = (claims: Claims) => ({
    taxCode: taxCodeIn(claims, taxCodeClaim),
    mail: mailIn(claims, trustsMail),
  });
  const told = read(idToken);
  const isComplete = told.taxCode !== null && told.mail !== null;
  if (isComplete || !configuration.serverMetadata().userinfo_endpoint) return told;

  const more = read(await fetchUserInfo(configuration, accessToken, idToken.sub));
  return { taxCode: told.taxCode ?? more.taxCode, mail: told.mail ?? more.mail };
}

async function orRefusal<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (fault) {
    throw refusalFrom(fault);
  }
}
