// An OpenID Connect provider for tests: a certified one, in this process, whose login page asks only who one is.
//
// As a program: node tests/identity/test-provider.ts, with TEST_PROVIDER_PORT, TEST_PROVIDER_REDIRECTS (addresses,
// separated by spaces) and TEST_PROVIDER_PEOPLE (JSON, a list of `TestPerson`) in the environment.
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import Provider, { type Configuration } from 'oidc-provider';
import { memoryStore } from './memory-store.ts';

export interface TestPerson {
  /** The subject; also what is chosen on the login page. */
  readonly id: string;
  /** Beside `sub`: fiscal_number, email, email_verified, … */
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly acr?: string;
  readonly amr?: readonly string[];
}

export interface TestProviderOptions {
  /** Where the portal lets people come back to. */
  readonly redirectUris: readonly string[];
  readonly people: readonly TestPerson[];
  /** Default: any free one. */
  readonly port?: number;
  /** Where the claims of a person are told. Default: in the id token. */
  readonly claimsIn?: 'idToken' | 'userinfo';
  /** Puts another id token in the place of the one that was issued. */
  readonly forge?: (idToken: string) => string;
  /** Paths that are answered with 503, such as `/me`: userinfo. */
  readonly failing?: readonly string[];
}

export interface TestProvider {
  readonly issuer: string;
  readonly close: () => Promise<void>;
}

/** The clients that every test provider knows. */
export const confidentialClient = { id: 'accordo', secret: 'segreto:di+prova&100%' } as const;
export const postClient = { id: 'accordo-post', secret: 'altro-segreto-di-prova' } as const;
export const publicClient = { id: 'accordo-public' } as const;

/** Drawn once for all providers of a process: it takes a while. */
const signingKey = {
  ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }),
  use: 'sig',
  alg: 'RS256',
};

const HOST = '127.0.0.1';
const LOGIN_PATH = '/chi-sei';

export async function startTestProvider(options: TestProviderOptions): Promise<TestProvider> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port ?? 0, HOST, resolve);
  });
  const issuer = `http://${HOST}:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, configurationOf(options));
  provider.use(async (context, next) => {
    if (options.failing?.includes(context.path)) {
      context.status = 503;
      return;
    }
    await next();
    const body = context.body as { id_token?: string } | undefined;
    if (options.forge && body?.id_token) context.body = { ...body, id_token: options.forge(body.id_token) };
  });

  const protocol = provider.callback();
  server.on('request', (request, response) => {
    const isLogin = request.url?.startsWith(LOGIN_PATH);
    const answer = isLogin ? login(provider, options.people, request, response) : protocol(request, response);
    answer.catch((fault: unknown) => {
      console.error(fault);
      response.writeHead(500).end();
    });
  });

  return {
    issuer,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function configurationOf({ redirectUris, people, claimsIn }: TestProviderOptions): Configuration {
  const client = { redirect_uris: redirectUris, grant_types: ['authorization_code'] };
  const named = [...new Set(people.flatMap(({ claims = {} }) => Object.keys(claims)))];
  const mail = ['email', 'email_verified'];
  return {
    clients: [
      { ...client, client_id: confidentialClient.id, client_secret: confidentialClient.secret },
      {
        ...client,
        client_id: postClient.id,
        client_secret: postClient.secret,
        token_endpoint_auth_method: 'client_secret_post',
      },
      { ...client, client_id: publicClient.id, token_endpoint_auth_method: 'none' },
    ],
    adapter: memoryStore(),
    jwks: { keys: [signingKey] },
    cookies: { keys: [randomUUID()] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `${LOGIN_PATH}/${uid}` },
    conformIdTokenClaims: claimsIn === 'userinfo',
    claims: {
      openid: ['sub', 'acr', 'amr'],
      email: mail,
      profile: named.filter((name) => !mail.includes(name)),
    },
    findAccount: (_context, id) => {
      const person = people.find((candidate) => candidate.id === id);
      return person && { accountId: id, claims: () => ({ ...person.claims, sub: id }) };
    },
    // Nobody is asked for consent: the provider and the portal belong to the same body.
    loadExistingGrant: async (context) => {
      const { client: asking, session, provider } = context.oidc;
      const grant = new provider.Grant({ clientId: asking!.clientId, accountId: session!.accountId! });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      Grant: 600,
      IdToken: 600,
      Interaction: 600,
      Session: 600,
    },
  };
}

/** The login page and what it sends: the field `person`, or `cancel`. */
async function login(
  provider: Provider,
  people: readonly TestPerson[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'POST') {
    response.setHeader('content-type', 'text/html; charset=utf-8').end(loginPage(people));
    return;
  }
  const form = new URLSearchParams(await text(request));
  const person = people.find(({ id }) => id === form.get('person'));
  if (form.has('cancel') || !person) {
    await provider.interactionFinished(request, response, { error: 'access_denied' });
    return;
  }
  const { id: accountId, acr, amr } = person;
  await provider.interactionFinished(request, response, {
    login: { accountId, ...(acr && { acr }), ...(amr && { amr: [...amr] }) },
  });
}

const escaped = (word: string) => word.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

const loginPage = (people: readonly TestPerson[]) => `<!doctype html>
<html lang="it">
  <meta charset="utf-8">
  <title>Provider di prova</title>
  <h1>Provider di prova</h1>
  <form method="post">
    <label>Chi sei? <select name="person">
      ${people.map(({ id }) => `<option>${escaped(id)}</option>`).join('')}
    </select></label>
    <button>Entra</button>
    <button name="cancel" value="1">Annulla</button>
  </form>
</html>
`;

/**
 * What a browser does between the portal's two steps: opens the login page and says who it is.
 *
 * @param person null: turns back at the login page
 * @returns the portal's address that the provider sends the browser to
 */
export async function visit(location: URL, person: string | null): Promise<URL> {
  const jar = new Map<string, string>();
  const browse = async (url: URL, init?: RequestInit) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { ...init, headers: { cookie }, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    const next = response.headers.get('location');
    if (!next) throw new Error(`${url.pathname}: ${response.status}, ${await response.text()}`);
    return new URL(next, url);
  };

  const page = await browse(location);
  if (!page.pathname.startsWith(LOGIN_PATH)) return page;
  const body = new URLSearchParams(person === null ? { cancel: '1' } : { person });
  return browse(await browse(page, { method: 'POST', body }));
}

if (import.meta.main) {
  const {
    TEST_PROVIDER_PORT = '4180',
    TEST_PROVIDER_REDIRECTS = '',
    TEST_PROVIDER_PEOPLE = '[]',
  } = process.env;
  const { issuer } = await startTestProvider({
    port: Number(TEST_PROVIDER_PORT),
    redirectUris: TEST_PROVIDER_REDIRECTS.split(' '),
    people: JSON.parse(TEST_PROVIDER_PEOPLE) as TestPerson[],
  });
  console.log(`Test provider: ${issuer}`);
}
