import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as ballots from '#lib/server/survey/ballot-store.ts';
import * as campaigns from '#lib/server/survey/campaigns.ts';
import { cast } from '#lib/server/survey/cast.ts';
import { giveCredential } from '#lib/server/survey/credentials.ts';
import * as store from '#lib/server/survey/store.ts';
import { anyBlindedMessage, directBallot } from './direct-ballot.ts';
import { electorate, keysOf, manager, type Electorate } from './electorate.ts';

const ROUNDS = 100;
const COPIES = [2, 10];
const SLOW = 120_000;

let folder: string;
let body: Electorate;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'accordo-double-'));
  body = await electorate(folder, ROUNDS * COPIES.length);
}, SLOW);

afterAll(() => {
  body.portal.close();
  rmSync(folder, { recursive: true, force: true });
});

test(
  'one token sent several times at once with other answers is one vote, the one that was acknowledged',
  { timeout: SLOW },
  async () => {
    const { portal, campaign } = body;
    const { privateKey } = await keysOf(portal, campaign);
    const acknowledged: string[] = [];
    for (const copies of COPIES)
      for (let round = 0; round < ROUNDS; round++) {
        const first = await directBallot(privateKey);
        const sent = Array.from({ length: copies }, (_, at) => ({
          ...first,
          answers: [(at % 5) + 1, Math.floor(at / 5) + 1, ...first.answers.slice(2)],
        }));
        const answers = await Promise.all(sent.map((one) => cast(portal, campaign, one)));
        const taken = sent.filter((_, at) => answers[at]!.ok);
        expect(taken).toHaveLength(1);
        acknowledged.push(taken[0]!.answers.join(''));
        for (const answer of answers.filter(({ ok }) => !ok))
          expect(answer).toEqual({ ok: false, reason: 'otherAnswers' });
      }
    expect(await ballots.sealedCount(portal.read, campaign)).toBe(ROUNDS * COPIES.length);

    expect(await campaigns.close(portal, manager, campaign)).toEqual({ ok: true });
    const counted = await ballots.responses(portal.read, campaign);
    expect(counted.map(({ answers }) => answers).sort()).toEqual(acknowledged.sort());
  },
);

test('a person who asks twice at once gets one signature', { timeout: SLOW }, async () => {
  const other = mkdtempSync(join(tmpdir(), 'accordo-double-'));
  const { portal, campaign, voters } = await electorate(other, ROUNDS);
  for (const person of voters) {
    const messages = [anyBlindedMessage(), anyBlindedMessage()];
    const answers = await Promise.all(
      messages.map((message) => giveCredential(portal, campaign, person, message)),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual({ ok: false, reason: 'given' });
    const won = answers.findIndex(({ ok }) => ok);
    expect(await giveCredential(portal, campaign, person, messages[won])).toEqual(answers[won]);
  }
  expect(await store.credentialsGiven(portal.read, campaign)).toBe(ROUNDS);
  portal.close();
  rmSync(other, { recursive: true, force: true });
});

test(
  'a transaction that cannot begin fails those who wait for it, and the next ones are served',
  async () => {
    const other = mkdtempSync(join(tmpdir(), 'accordo-double-'));
    const { portal, campaign } = await electorate(other, 1);
    const { privateKey } = await keysOf(portal, campaign);
    const vote = await directBallot(privateKey);
    let isDown = true;
    const unsteady = {
      ...portal,
      transaction: ((work) =>
        isDown
          ? Promise.reject(new Error('database is locked'))
          : portal.transaction(work)) as typeof portal.transaction,
    };
    await expect(
      Promise.all([cast(unsteady, campaign, vote), cast(unsteady, campaign, vote)]),
    ).rejects.toThrow('locked');
    isDown = false;
    expect(await cast(unsteady, campaign, vote)).toMatchObject({ ok: true, again: false });
    portal.close();
    rmSync(other, { recursive: true, force: true });
  },
  SLOW,
);
