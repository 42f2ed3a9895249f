import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { credentialId, forgetOutdated, obtainCredential } from './credential.ts';
import {
  CAMPAIGN,
  DIRECTION,
  deviceAsText,
  FakeServer,
  freshDevice,
  INVITATION,
  newKeys,
} from './fake-server.ts';
import { fromBase64url } from './encoding.ts';
import { allCredentials } from './keeping.ts';

let keys: CryptoKeyPair;
let otherKeys: CryptoKeyPair;
let server: FakeServer;

beforeAll(async () => {
  // What is blinded for the smaller modulus lies below the larger, which can therefore sign it.
  [keys, otherKeys] = await inOrderOfModulus(await Promise.all([newKeys(), newKeys()]));
});

async function inOrderOfModulus(pairs: [CryptoKeyPair, CryptoKeyPair]): Promise<typeof pairs> {
  const [one, other] = await Promise.all(
    pairs.map(async ({ publicKey }) => fromBase64url((await crypto.subtle.exportKey('jwk', publicKey)).n!)),
  );
  const differs = one!.findIndex((byte, at) => byte !== other![at]);
  return one![differs]! < other![differs]! ? pairs : [pairs[1], pairs[0]];
}

beforeEach(async () => {
  await freshDevice();
  server = new FakeServer(keys);
  vi.stubGlobal('fetch', server.fetch);
});

afterEach(() => {
  vi.unstubAllGlobals();
});

const credentialRequests = () => server.to(`${CAMPAIGN}/credential`);

test('a device obtains the credential once, and holds no trace of the request', async () => {
  const ready = await obtainCredential(INVITATION);
  expect(ready).toMatchObject({ status: 'ready', direction: DIRECTION, directionName: 'Polizia Locale' });

  expect(await obtainCredential(INVITATION)).toEqual(ready);
  expect(credentialRequests()).toHaveLength(1);
  const { blindedMessage } = credentialRequests()[0]!.body as { blindedMessage: string };
  expect(await deviceAsText()).not.toContain(blindedMessage);
  expect(Object.keys(ready)).not.toContain('inverse');
});

test('the keys are asked for by nobody', async () => {
  await obtainCredential(INVITATION);
  expect(server.to('current')[0]!.init).toMatchObject({
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
  });
});

test('the server sees neither token nor name in the request that it signs', async () => {
  const ready = await obtainCredential(INVITATION);
  const sent = JSON.stringify(credentialRequests());
  expect(Object.keys(credentialRequests()[0]!.body as object)).toEqual(['blindedMessage']);
  expect(sent).not.toContain((ready as { preparedMessage: string }).preparedMessage);
  expect(sent).not.toContain(INVITATION.holder);
});

test('an answer lost on the way is asked for again with the same blinded message', async () => {
  server.trouble = (path) => {
    server.losesAnswers = path.endsWith('/credential');
    return null;
  };
  await expect(obtainCredential(INVITATION)).rejects.toMatchObject({ reason: 'network', passing: true });
  expect(await allCredentials()).toMatchObject([{ status: 'pending' }]);

  server.trouble = () => null;
  server.losesAnswers = false;
  expect(await obtainCredential(INVITATION)).toMatchObject({ status: 'ready' });
  const [first, second] = credentialRequests();
  expect(second!.body).toEqual(first!.body);
});

test('what is drawn is kept before it is sent', async () => {
  let kept = '';
  const slow = server.fetch;
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    if (path.endsWith('/credential')) kept = await deviceAsText();
    return slow(path, init);
  });
  await obtainCredential(INVITATION);
  const { blindedMessage } = credentialRequests()[0]!.body as { blindedMessage: string };
  expect(kept).toContain(blindedMessage);
});

test('two tabs at once draw one token', async () => {
  const [one, other] = await Promise.all([obtainCredential(INVITATION), obtainCredential(INVITATION)]);
  expect(one).toEqual(other);
  expect(credentialRequests()).toHaveLength(1);
});

test('where another device was given it, this one remembers so, without the name', async () => {
  server.trouble = (path) => (path.endsWith('/credential') ? new Response(null, { status: 409 }) : null);
  await expect(obtainCredential(INVITATION)).rejects.toMatchObject({ reason: 'elsewhere' });
  expect(await allCredentials()).toMatchObject([{ status: 'ended', why: 'elsewhere' }]);
  expect(await deviceAsText()).not.toContain(INVITATION.holder);

  expect(await obtainCredential(INVITATION)).toMatchObject({ why: 'elsewhere' });
  expect(credentialRequests()).toHaveLength(1);
});

test('other keys than this device saw first stop it before it asks', async () => {
  server.trouble = (path) => (path.endsWith('/credential') ? new Response(null, { status: 503 }) : null);
  await expect(obtainCredential(INVITATION)).rejects.toMatchObject({ reason: 'server' });
  server.trouble = () => null;
  server.shown = otherKeys;
  server.signing = otherKeys;
  await expect(obtainCredential(INVITATION)).rejects.toMatchObject({ reason: 'keyChanged', passing: false });
  expect(credentialRequests()).toHaveLength(1);
});

test('a signature of another key than the one shown to everybody is not kept', async () => {
  server.signing = otherKeys;
  await expect(obtainCredential(INVITATION)).rejects.toMatchObject({ reason: 'badSignature' });
  expect(await allCredentials()).toMatchObject([{ status: 'pending' }]);
});

test('a signature for another direction is not kept', async () => {
  server.signsFor = 'd02';
  await expect(obtainCredential(INVITATION)).rejects.toMatchObject({ reason: 'otherDirection' });
  expect(await allCredentials()).toMatchObject([{ status: 'pending' }]);
});

test.each([
  [401, 'signedOut', 1],
  [403, 'notInvited', 0],
  [410, 'closed', 0],
  [429, 'tooMany', 1],
  [500, 'server', 1],
  [400, 'invalid', 1],
])('an answer of %d is «%s»', async (status, reason, kept) => {
  server.trouble = (path) => (path.endsWith('/credential') ? new Response(null, { status }) : null);
  await expect(obtainCredential(INVITATION)).rejects.toMatchObject({ reason });
  expect(await allCredentials()).toHaveLength(kept);
});

test('no credential is asked for in a campaign that is over, or of another than the one that is on', async () => {
  server.state = 'closed';
  await expect(obtainCredential(INVITATION)).rejects.toMatchObject({ reason: 'closed' });
  server.state = 'open';
  await expect(obtainCredential({ ...INVITATION, campaign: 'altra' })).rejects.toMatchObject({
    reason: 'closed',
  });
  expect(credentialRequests()).toHaveLength(0);
});

test('an answer of the server that makes no sense is a fault of the server', async () => {
  server.trouble = (path) => (path === 'current' ? Response.json({ campaign: CAMPAIGN }) : null);
  await expect(obtainCredential(INVITATION)).rejects.toMatchObject({ reason: 'server' });
});

test('two people share a device, each with a credential', async () => {
  await obtainCredential(INVITATION);
  const other = new FakeServer(keys);
  vi.stubGlobal('fetch', other.fetch);
  await obtainCredential({ ...INVITATION, holder: 'Lucia Mediante' });
  expect((await allCredentials()).map(({ status }) => status)).toEqual(['ready', 'ready']);
  expect(await credentialId(INVITATION)).not.toBe(
    await credentialId({ ...INVITATION, holder: 'Lucia Mediante' }),
  );
});

test('names are dropped when the campaign is over', async () => {
  await obtainCredential(INVITATION);
  await forgetOutdated({ campaign: CAMPAIGN, state: 'open' });
  expect(await allCredentials()).toHaveLength(1);
  await forgetOutdated({ campaign: CAMPAIGN, state: 'closed' });
  expect(await allCredentials()).toHaveLength(0);
});
