import {
  allowInsecureRequests,
  ClientSecretBasic,
  ClientSecretPost,
  discovery,
  enableNonRepudiationChecks,
  None,
  type ClientAuth,
  type Configuration,
} from 'openid-client';
import { ProviderRefusal } from './refusal.ts';
import { isOnThisMachine, type ProviderSettings } from './settings.ts';

const TIMEOUT_SECONDS = 5;

/** So that the portal follows a provider that moves its endpoints, without a restart. */
const KEPT_MS = 60 * 60 * 1000;

interface Kept {
  readonly configuration: Promise<Configuration>;
  readonly until: number;
}

const kept = new Map<string, Kept>();

/**
 * The provider's endpoints and how to speak to it: asked for once an hour, and again after a failure.
 *
 * Throws a `ProviderRefusal` when the provider is another than the settings say, and whatever openid-client throws.
 */
export function configurationOf(settings: ProviderSettings): Promise<Configuration> {
  const key = JSON.stringify([settings.issuer, settings.clientId, settings.clientSecret]);
  const known = kept.get(key);
  if (known && Date.now() < known.until) return known.configuration;

  const entry: Kept = { configuration: discover(settings), until: Date.now() + KEPT_MS };
  kept.set(key, entry);
  entry.configuration.catch(() => {
    if (kept.get(key) === entry) kept.delete(key);
  });
  return entry.configuration;
}

async function discover({ issuer, clientId, clientSecret }: ProviderSettings): Promise<Configuration> {
  const configuration = await discovery(issuer, clientId, undefined, authentication(clientSecret), {
    timeout: TIMEOUT_SECONDS,
    execute: [
      // The signature of the id token is checked as well, not only the TLS connection that it came by.
      enableNonRepudiationChecks,
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so to stand out
      ...(isOnThisMachine(issuer) ? [allowInsecureRequests] : []),
    ],
  });
  // openid-client lets Entra ID's shared addresses («common») pass, under which every tenant of the world signs in
  // and names itself what mail address it likes.
  if (new URL(configuration.serverMetadata().issuer).href !== issuer.href) {
    throw new ProviderRefusal('refused', 'the issuer of the discovery document is another');
  }
  return configuration;
}

/** Basic is what every provider must understand (RFC 6749, 2.3.1); the other way is for those that say they do not. */
function authentication(secret: string | null): ClientAuth {
  if (secret === null) return None();
  const basic = ClientSecretBasic(secret);
  const post = ClientSecretPost(secret);
  return (server, client, body, headers) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const authenticate = methods.includes('client_secret_basic') ? basic : post;
    authenticate(server, client, body, headers);
  };
}
