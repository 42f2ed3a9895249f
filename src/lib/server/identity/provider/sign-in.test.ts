import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  confidentialClient,
  postClient,
  publicClient,
  startTestProvider,
  visit,
  type TestPerson,
  type TestProviderOptions,
} from '../../../../../tests/identity/test-provider.ts';
import { ProviderRefusal } from './refusal.ts';
import { providerSettings, type ProviderSettings } from './settings.ts';
import { begin, finish, pendingSchema } from './sign-in.ts';

const portal = 'http://127.0.0.1:3000/accesso/ente';

const acero = {
  id: 'f3b1-acero',
  claims: { fiscal_number: 'TINIT-CRAMRA80A01D150X', email: 'M.Acero@Comune.example', email_verified: true },
} satisfies TestPerson;

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  vi.unstubAllGlobals();
  await Promise.all(closing.splice(0).map((close) => close()));
});

async function provider(options: Partial<TestProviderOptions> = {}) {
  const started = await startTestProvider({ redirectUris: [portal], people: [acero], ...options });
  closing.push(started.close);
  return started;
}

const settingsFor = (issuer: string, more: Record<string, string> = {}): ProviderSettings =>
  providerSettings({
    ACCORDO_OIDC_ISSUER: issuer,
    ACCORDO_OIDC_CLIENT_ID: confidentialClient.id,
    ACCORDO_OIDC_CLIENT_SECRET: confidentialClient.secret,
    ...more,
  })!;

/** The whole way of a person, from the portal to the provider and back. */
async function signIn(settings: ProviderSettings, person: string | null = acero.id) {
  const { location, pending } = await begin(settings, portal);
  return finish(settings, pending, await visit(location, person));
}

/** The same with one test person whom the provider knows this about. */
async function signInAs(person: Omit<TestPerson, 'id'>, env: Record<string, string> = {}) {
  const { issuer } = await provider({ people: [{ id: 'someone', ...person }] });
  return signIn(settingsFor(issuer, env), 'someone');
}

async function refusalOf(attempt: Promise<unknown>): Promise<ProviderRefusal> {
  const outcome: unknown = await attempt.catch((fault: unknown) => fault);
  expect(outcome).toBeInstanceOf(ProviderRefusal);
  return outcome as ProviderRefusal;
}

describe('a person who signs in at the provider', () => {
  test.each([
    ['a client with a secret', {}],
    [
      'a client that sends its secret in the body',
      { ACCORDO_OIDC_CLIENT_ID: postClient.id, ACCORDO_OIDC_CLIENT_SECRET: postClient.secret },
    ],
    ['a client without', { ACCORDO_OIDC_CLIENT_ID: publicClient.id, ACCORDO_OIDC_CLIENT_SECRET: '' }],
  ])('is known to the portal, %s', async (_which, env) => {
    const { issuer } = await provider();
    expect(await signIn(settingsFor(issuer, env))).toEqual({
      issuer,
      subject: acero.id,
      taxCode: 'CRAMRA80A01D150X',
      mail: 'm.acero@comune.example',
      secondFactor: false,
    });
  });

  test('is known by userinfo where the id token says no more than the subject', async () => {
    const { issuer } = await provider({ claimsIn: 'userinfo' });
    expect(await signIn(settingsFor(issuer))).toMatchObject({
      subject: acero.id,
      taxCode: 'CRAMRA80A01D150X',
      mail: 'm.acero@comune.example',
    });
  });

  test('can be kept waiting in a cookie: what is pending survives being written down', async () => {
    const { issuer } = await provider();
    const settings = settingsFor(issuer);
    const { location, pending } = await begin(settings, portal);
    const kept = pendingSchema.parse(JSON.parse(JSON.stringify(pending)));
    expect(await finish(settings, kept, await visit(location, acero.id))).toMatchObject({
      subject: acero.id,
    });
  });

  test('is asked for with PKCE, state and nonce, each new every time', async () => {
    const { issuer } = await provider();
    const asked = await Promise.all([1, 2].map(() => begin(settingsFor(issuer), portal)));
    for (const { location, pending } of asked) {
      const parameters = Object.fromEntries(location.searchParams);
      expect(parameters).toMatchObject({
        response_type: 'code',
        code_challenge_method: 'S256',
        state: pending.state,
        nonce: pending.nonce,
        scope: 'openid profile email',
        redirect_uri: portal,
      });
      expect(location.href).not.toContain(pending.codeVerifier);
    }
    const drawn = asked.flatMap(({ pending }) => Object.values(pending));
    expect(new Set(drawn).size).toBe(6);
  });
});

describe('the tax code', () => {
  const withTaxCode = (claim: unknown, name = 'fiscal_number') => ({ claims: { [name]: claim } });

  test.each([
    ['CRAMRA80A01D150X', 'CRAMRA80A01D150X'],
    ['TINIT-CRAMRA80A01D150X', 'CRAMRA80A01D150X'],
    [' tinit-cramra80a01d150x ', 'CRAMRA80A01D150X'],
    [['TINIT-CRAMRA80A01D150X'], 'CRAMRA80A01D150X'],
    ['12345678901', '12345678901'],
  ])('%j is %s', async (claim, taxCode) => {
    expect(await signInAs(withTaxCode(claim))).toMatchObject({ taxCode });
  });

  test.each([
    ['TINDE-123456789'],
    [''],
    ['-'],
    ['CRAMRA80A01D150'],
    [12_345_678_901],
    [['CRAMRA80A01D150X', 'x']],
    [{ code: 'CRAMRA80A01D150X' }],
  ])('%j is none', async (claim) => {
    expect(await signInAs(withTaxCode(claim))).toMatchObject({ taxCode: null });
  });

  test('stands in the claim that the operator names', async () => {
    const claim = 'https://attributes.eid.gov.it/fiscal_number';
    const person = withTaxCode('TINIT-CRAMRA80A01D150X', claim);
    expect(await signInAs(person)).toMatchObject({ taxCode: null });
    expect(await signInAs(person, { ACCORDO_OIDC_TAX_CODE_CLAIM: claim })).toMatchObject({
      taxCode: 'CRAMRA80A01D150X',
    });
  });
});

describe('the mail address', () => {
  const email = 'm.acero@comune.example';

  test.each([
    ['verified', { email, email_verified: true }, email, email],
    ['not verified', { email, email_verified: false }, null, null],
    ['of which nothing is said', { email }, null, email],
    ['of which something else is said', { email, email_verified: 'true' }, null, null],
    ['that is none', { email: 'm.acero', email_verified: true }, null, null],
  ])('%s', async (_what, claims, untrusting, trusting) => {
    expect(await signInAs({ claims })).toMatchObject({ mail: untrusting });
    expect(await signInAs({ claims }, { ACCORDO_OIDC_TRUST_MAIL: 'true' })).toMatchObject({ mail: trusting });
  });
});

describe('a second factor', () => {
  const spid2 = 'https://www.spid.gov.it/SpidL2';
  const counting = { ACCORDO_OIDC_SECOND_FACTOR: `${spid2}, otp` };

  test.each([
    ['a class that counts', { acr: spid2 }, true],
    ['a method that counts', { amr: ['pwd', 'otp'] }, true],
    ['another class', { acr: 'https://www.spid.gov.it/SpidL1' }, false],
    ['another method', { amr: ['pwd'] }, false],
    ['neither', {}, false],
    ['a claim of another name', { claims: { fiscal_number: 'otp', profile: spid2 } }, false],
  ])('%s: %s', async (_what, person, secondFactor) => {
    expect(await signInAs(person, counting)).toMatchObject({ secondFactor });
  });

  test('nothing counts as long as the operator names nothing', async () => {
    expect(await signInAs({ acr: spid2, amr: ['otp', 'mfa'] })).toMatchObject({ secondFactor: false });
  });
});

describe('nobody is signed in', () => {
  /** An attempt up to the provider's answer, which the test then spoils. */
  async function answered() {
    const { issuer } = await provider();
    const settings = settingsFor(issuer);
    const { location, pending } = await begin(settings, portal);
    return { settings, pending, answer: await visit(location, acero.id) };
  }
  const other = 'x'.repeat(43);

  test('who turns back at the provider', async () => {
    const { issuer } = await provider();
    expect((await refusalOf(signIn(settingsFor(issuer), null))).code).toBe('cancelled');
  });

  test('who turns back, but with a state that is not theirs', async () => {
    const { settings, pending } = await answered();
    const answer = new URL(`${portal}?error=access_denied&state=${other}`);
    expect((await refusalOf(finish(settings, pending, answer))).code).toBe('stale');
  });

  test('by an answer to somebody else’s question', async () => {
    const { settings, pending, answer } = await answered();
    expect((await refusalOf(finish(settings, { ...pending, state: other }, answer))).code).toBe('stale');
    answer.searchParams.delete('state');
    expect((await refusalOf(finish(settings, pending, answer))).code).toBe('stale');
  });

  test('by a code that was used already', async () => {
    const { settings, pending, answer } = await answered();
    await finish(settings, pending, answer);
    expect((await refusalOf(finish(settings, pending, answer))).code).toBe('stale');
  });

  test('by a code whose verifier is in another browser', async () => {
    const { settings, pending, answer } = await answered();
    const attempt = finish(settings, { ...pending, codeVerifier: other }, answer);
    expect((await refusalOf(attempt)).code).toBe('stale');
  });

  test('by an id token made for another attempt', async () => {
    const { settings, pending, answer } = await answered();
    expect((await refusalOf(finish(settings, { ...pending, nonce: other }, answer))).code).toBe('refused');
  });

  test('by an answer of another provider, or of one that does not say which it is', async () => {
    const { settings, pending, answer } = await answered();
    answer.searchParams.set('iss', 'https://id.elsewhere.example');
    expect((await refusalOf(finish(settings, pending, answer))).code).toBe('refused');
    answer.searchParams.delete('iss');
    expect((await refusalOf(finish(settings, pending, answer))).code).toBe('refused');
  });

  test.each([
    ['changed', (payload: string) => payload, (signature: string) => signature.replace(/./g, 'A')],
    ['for somebody else', (payload: string) => swapped(payload, acero.id, 'someone'), (kept: string) => kept],
  ])('by an id token whose signature does not hold: %s', async (_how, ofPayload, ofSignature) => {
    const { issuer } = await provider({
      forge(idToken) {
        const [header = '', payload = '', signature = ''] = idToken.split('.');
        return [header, ofPayload(payload), ofSignature(signature)].join('.');
      },
    });
    expect((await refusalOf(signIn(settingsFor(issuer)))).code).toBe('refused');
  });

  test('by an id token without a signature', async () => {
    const { issuer } = await provider({
      forge: (idToken) => `${btoa('{"alg":"none"}').replace(/=+$/, '')}.${idToken.split('.')[1] ?? ''}.`,
    });
    expect((await refusalOf(signIn(settingsFor(issuer)))).code).toBe('refused');
  });

  test('when the provider does not know the portal', async () => {
    const { issuer } = await provider();
    const settings = settingsFor(issuer, { ACCORDO_OIDC_CLIENT_SECRET: 'un altro' });
    const refusal = await refusalOf(signIn(settings));
    expect(refusal).toMatchObject({
      code: 'refused',
      message: 'identity provider: refused (invalid_client)',
    });
  });

  test('and an error code made to be read in the log is not repeated', async () => {
    const { settings, pending } = await answered();
    const answer = new URL(portal);
    answer.search = new URLSearchParams({ state: pending.state, error: 'x\nM. Acero è entrata' }).toString();
    answer.searchParams.set('iss', settings.issuer.href.replace(/\/$/, ''));
    expect((await refusalOf(finish(settings, pending, answer))).message).toBe(
      'identity provider: refused (unreadable code)',
    );
  });

  test('and what is told of it holds nothing that was sent', async () => {
    const { settings, pending, answer } = await answered();
    const refusal = await refusalOf(finish(settings, { ...pending, nonce: other }, answer));
    const told = JSON.stringify(refusal, Object.getOwnPropertyNames(refusal));
    for (const sent of [answer.searchParams.get('code')!, acero.id, pending.nonce, 'CRAMRA80A01D150X']) {
      expect(told).not.toContain(sent);
    }
    expect(refusal.cause).toBeUndefined();
  });
});

describe('a provider that fails', () => {
  /** A server in the place of a provider. */
  async function serverThat(answer: RequestListener, port = 0) {
    const server = createServer(answer);
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    closing.push(
      () =>
        new Promise((resolve) => {
          server.close(() => {
            resolve();
          });
          server.closeAllConnections();
        }),
    );
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  test('is not reached, and is asked again when it is back', async () => {
    const first = await provider();
    await first.close();
    const settings = settingsFor(first.issuer);
    expect((await refusalOf(begin(settings, portal))).code).toBe('unreachable');

    await provider({ port: Number(new URL(first.issuer).port) });
    expect(await signIn(settings)).toMatchObject({ subject: acero.id });
  });

  test('may fail between the two steps', async () => {
    const { issuer, close } = await provider();
    const settings = settingsFor(issuer);
    const { location, pending } = await begin(settings, portal);
    const answer = await visit(location, acero.id);
    await close();
    expect((await refusalOf(finish(settings, pending, answer))).code).toBe('unreachable');
  });

  test('that never answers, or stops in the middle, is not waited for', { timeout: 15_000 }, async () => {
    const issuers = await Promise.all([
      serverThat(() => undefined),
      serverThat((_request, response) => {
        response.writeHead(200, { 'content-type': 'application/json' }).write('{"issuer":');
      }),
    ]);
    const refusals = await Promise.all(
      issuers.map((issuer) => refusalOf(begin(settingsFor(issuer), portal))),
    );
    expect(refusals.map(({ code }) => code)).toEqual(['unreachable', 'unreachable']);
  });

  test.each([
    ['is out of order', 503, 'text/plain', 'later', 'unreachable'],
    ['has a page in its place', 200, 'text/html', '<p>Accesso a internet</p>', 'unreachable'],
    ['answers rubbish', 200, 'application/json', '{', 'unreachable'],
    ['is not there', 404, 'text/plain', 'not found', 'refused'],
    ['is another', 200, 'application/json', '{"issuer":"https://id.elsewhere.example"}', 'refused'],
  ])('that %s', async (_how, status, type, body, code) => {
    const issuer = await serverThat((_request, response) => {
      response.writeHead(status, { 'content-type': type }).end(body);
    });
    expect((await refusalOf(begin(settingsFor(issuer), portal))).code).toBe(code);
  });

  test('that lets in every tenant of the world is none', async () => {
    // Entra ID under its shared address; openid-client would let it pass.
    const entra = 'https://login.microsoftonline.com';
    const body = { issuer: `${entra}/{tenantid}/v2.0`, authorization_endpoint: `${entra}/common/authorize` };
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json(body)));
    const settings = settingsFor(`${entra}/common/v2.0`);
    expect((await refusalOf(begin(settings, portal))).code).toBe('refused');
  });

  test('that fails when asked for userinfo signs nobody in', async () => {
    const { issuer } = await provider({ people: [{ id: 'someone' }], failing: ['/me'] });
    expect((await refusalOf(signIn(settingsFor(issuer), 'someone'))).code).toBe('unreachable');
  });
});

test.each([
  ['without a verifier, which would switch PKCE off', { codeVerifier: '' }],
  ['with a state that can be guessed', { state: '1' }],
  ['with something more', { person: 'someone' }],
])('a pending sign-in %s is none', (_how, change) => {
  const pending = { state: 's'.repeat(43), nonce: 'n'.repeat(43), codeVerifier: 'v'.repeat(43) };
  expect(pendingSchema.safeParse(pending).success).toBe(true);
  expect(pendingSchema.safeParse({ ...pending, ...change }).success).toBe(false);
});

/** A token's part with one word for another. */
function swapped(part: string, word: string, other: string): string {
  const told = Buffer.from(part, 'base64url').toString('utf8');
  return Buffer.from(told.replace(word, other)).toString('base64url');
}
