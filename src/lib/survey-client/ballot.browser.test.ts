import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { cancelBallot, queueBallot, sendBallot } from './ballot.ts';
import { credentialId, obtainCredential } from './credential.ts';
import { randomlyLater } from './delay.ts';
import { doSurveyDuty } from './duty.ts';
import {
  ANSWERS,
  CAMPAIGN,
  deviceAsText,
  FakeServer,
  freshDevice,
  INVITATION,
  newKeys,
} from './fake-server.ts';
import { allCredentials, allReceipts, credentialOf, keepCredential } from './keeping.ts';
import type { QueuedBallot, ReadyCredential } from './kept.ts';

let keys: CryptoKeyPair;
let otherKeys: CryptoKeyPair;
let server: FakeServer;
let id: string;
let ready: ReadyCredential;

beforeAll(async () => {
  [keys, otherKeys] = await Promise.all([newKeys(), newKeys()]);
});

beforeEach(async () => {
  await freshDevice();
  server = new FakeServer(keys);
  vi.stubGlobal('fetch', server.fetch);
  id = await credentialId(INVITATION);
  ready = (await obtainCredential(INVITATION)) as ReadyCredential;
});

afterEach(() => {
  vi.unstubAllGlobals();
});

const votesSent = () => server.to(`${CAMPAIGN}/response`);
const queued = async () => (await credentialOf(id)) as QueuedBallot;
const troubleWithVotes = (status: number) => {
  server.trouble = (path) => (path.endsWith('/response') ? new Response(null, { status }) : null);
};

test('a vote waits on the device, then is counted, and leaves only its receipt', async () => {
  await queueBallot(id, ANSWERS);
  expect(votesSent()).toHaveLength(0);
  expect(await deviceAsText()).toContain(ready.preparedMessage);

  expect(await sendBallot(id)).toBe('7K2M-Q9XD-04TC-HB5E');
  expect([...server.votes.values()]).toEqual([ANSWERS.join('')]);
  expect(await allReceipts()).toEqual([
    {
      version: 1,
      receipt: '7K2M-Q9XD-04TC-HB5E',
      campaign: CAMPAIGN,
      title: INVITATION.title,
      directionName: 'Polizia Locale',
    },
  ]);
  expect(await allCredentials()).toEqual([
    { version: 1, id, campaign: CAMPAIGN, status: 'ended', why: 'sent' },
  ]);
});

test('the vote goes without identity, and says no more than it must', async () => {
  await queueBallot(id, ANSWERS);
  await sendBallot(id);
  const { path, init, body } = votesSent()[0]!;
  expect(init).toMatchObject({
    method: 'POST',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
  });
  expect(init.headers).toEqual({ 'content-type': 'application/json' });
  expect(path).toBe(`${CAMPAIGN}/response`);
  expect(Object.keys(body as object)).toEqual(['direction', 'preparedMessage', 'signature', 'answers']);
});

test('after the vote the same person is given no second one on this device', async () => {
  await queueBallot(id, ANSWERS);
  await sendBallot(id);
  expect(await obtainCredential(INVITATION)).toMatchObject({ status: 'ended', why: 'sent' });
  await queueBallot(id, ANSWERS);
  expect(await sendBallot(id)).toBeNull();
  expect(votesSent()).toHaveLength(1);
});

test('a vote whose answer is lost is sent again and counted once', async () => {
  await queueBallot(id, ANSWERS);
  server.trouble = (path) => {
    server.losesAnswers = path.endsWith('/response');
    return null;
  };
  await expect(sendBallot(id)).rejects.toMatchObject({ reason: 'network' });
  expect(await queued()).toMatchObject({ status: 'queued', attempted: true, stopped: 'network' });

  server.trouble = () => null;
  server.losesAnswers = false;
  expect(await sendBallot(id)).toBe('7K2M-Q9XD-04TC-HB5E');
  expect(server.votes.size).toBe(1);
});

test('two tabs that send at once send one vote', async () => {
  await queueBallot(id, ANSWERS);
  const receipts = await Promise.all([sendBallot(id), sendBallot(id)]);
  expect(receipts.filter((receipt) => receipt !== null)).toHaveLength(1);
  expect(votesSent()).toHaveLength(1);
});

test('a vote that has not left can be taken back and changed', async () => {
  await queueBallot(id, ANSWERS);
  await cancelBallot(id);
  expect(await credentialOf(id)).toEqual(ready);
  await queueBallot(id, [5, 5, 5, 5, 5, 5, 5, 5]);
  await sendBallot(id);
  expect([...server.votes.values()]).toEqual(['55555555']);
});

test('a vote that may have been counted can no longer be changed', async () => {
  await queueBallot(id, ANSWERS);
  troubleWithVotes(503);
  await expect(sendBallot(id)).rejects.toMatchObject({ reason: 'server' });
  await cancelBallot(id);
  expect(await queued()).toMatchObject({ status: 'queued', answers: ANSWERS });
});

test('after the close answers and name are erased, and it is said that the vote came late', async () => {
  await queueBallot(id, ANSWERS);
  server.state = 'closed';
  await expect(sendBallot(id)).rejects.toMatchObject({ reason: 'closed' });
  expect(await allCredentials()).toMatchObject([{ status: 'ended', why: 'late' }]);
  expect(await deviceAsText()).not.toContain(INVITATION.holder);
  expect(await deviceAsText()).not.toContain(ready.signature);
});

test('a token that was used with other answers has no second vote', async () => {
  server.votes.set(ready.preparedMessage, '11111111');
  await queueBallot(id, ANSWERS);
  await expect(sendBallot(id)).rejects.toMatchObject({ reason: 'otherAnswers' });
  expect(await allCredentials()).toMatchObject([{ status: 'ended', why: 'otherAnswers' }]);
});

test('keys that are others by now stop the vote before it leaves', async () => {
  await queueBallot(id, ANSWERS);
  server.shown = otherKeys;
  await expect(sendBallot(id)).rejects.toMatchObject({ reason: 'keyChanged' });
  expect(votesSent()).toHaveLength(0);
  expect(await queued()).toMatchObject({ attempted: false, stopped: 'keyChanged' });
});

test.each([
  [400, 'invalid'],
  [403, 'invalid'],
  [404, 'invalid'],
  [429, 'tooMany'],
  [502, 'server'],
])('an answer of %d is «%s», and the vote stays', async (status, reason) => {
  await queueBallot(id, ANSWERS);
  troubleWithVotes(status);
  await expect(sendBallot(id)).rejects.toMatchObject({ reason });
  expect(await queued()).toMatchObject({ status: 'queued', answers: ANSWERS, stopped: reason });
});

test('the wait is drawn between 20 and 180 seconds', () => {
  const waits = Array.from({ length: 1000 }, () => randomlyLater(0));
  expect(Math.min(...waits)).toBeGreaterThanOrEqual(20_000);
  expect(Math.max(...waits)).toBeLessThanOrEqual(180_000);
  expect(new Set(waits).size).toBeGreaterThan(900);
});

test('any page of the portal sends what is due', async () => {
  await queueBallot(id, ANSWERS);
  const stop = doSurveyDuty(null, { credential: vi.fn(), refused: vi.fn() });
  await keepCredential({ ...(await queued()), sendAfter: Date.now() + 50 });
  await expect.poll(() => server.votes.size).toBe(1);
  await expect.poll(allReceipts).toHaveLength(1);
  stop();
});

test('what a closed page left behind does not go when the next page opens, but later', async () => {
  await queueBallot(id, ANSWERS);
  await keepCredential({ ...(await queued()), sendAfter: Date.now() - 60_000 });
  const stop = doSurveyDuty(null, { credential: vi.fn(), refused: vi.fn() });
  await expect.poll(async () => (await queued()).sendAfter).toBeGreaterThan(Date.now() + 15_000);
  expect(votesSent()).toHaveLength(0);
  stop();
});

test('every page of who is invited fetches the credential, and hears what becomes of it', async () => {
  await freshDevice();
  vi.stubGlobal('fetch', new FakeServer(keys).fetch);
  const credential = vi.fn();
  const stop = doSurveyDuty(INVITATION, { credential, refused: vi.fn() });
  await expect.poll(() => credential.mock.lastCall).toMatchObject([{ status: 'ready' }]);
  await queueBallot(id, ANSWERS);
  await expect.poll(() => credential.mock.lastCall).toMatchObject([{ status: 'queued' }]);
  stop();
});
