import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as campaigns from '#lib/server/survey/campaigns.ts';
import { cast } from '#lib/server/survey/cast.ts';
import { giveCredential } from '#lib/server/survey/credentials.ts';
import { publicKeyText } from '#lib/server/survey/signing.ts';
import { electorate, keysOf, manager, type Electorate } from './electorate.ts';
import { takeSnapshot, type Snapshot } from './relinking/evidence.ts';
import { CHANCE, type Score } from './relinking/score.ts';
import { attackers, type Trial } from './relinking/trial.ts';
import { letVote, openControls, type Door } from './relinking/voting.ts';

const PEOPLE = 30;

let folder: string;
let found: Record<string, readonly Score[]>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'accordo-relinking-'));
  found = attackers(await trial(await electorate(join(folder, 'data'), PEOPLE)));
}, 120_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function trial({ portal, campaign, voters }: Electorate): Promise<Trial> {
  const data = portal.folder;
  const snapshots: Snapshot[] = [];
  const place = () => join(folder, `copy${snapshots.length}`);
  const snapshot = () => snapshots.push(takeSnapshot(data, place(), ''));
  const controls = openControls(data);
  const door: Door = {
    async credential(person, blinded) {
      const answer = await giveCredential(portal, campaign, person, blinded);
      if (!answer.ok) throw new Error(answer.reason);
      return answer;
    },
    async vote(body) {
      expect((await cast(portal, campaign, body)).ok).toBe(true);
    },
  };
  const { publicKey } = await keysOf(portal, campaign);
  const voting = { publicKey: publicKeyText(publicKey), people: voters, parallel: 1, delay: 0 };
  const truth = await letVote({ ...voting, door, controls, snapshot });
  snapshot();
  const lastOpen = join(folder, `copy${snapshots.length - 1}`);
  const sealedKey = readFileSync(join(data, `survey-${campaign}.key`), 'utf8');
  const campaignKey = Buffer.from(portal.keys.unseal('survey', sealedKey)!, 'base64url');
  expect(await campaigns.close(portal, manager, campaign)).toEqual({ ok: true });
  snapshot();
  controls.close();
  portal.close();
  const portalKey = Buffer.from(readFileSync(join(data, 'accordo.key'), 'utf8').trim(), 'base64url');
  return { folder: data, snapshots, lastOpen, truth, keys: portal.keys, portalKey, campaignKey };
}

const best = (scores: readonly Score[]) => Math.max(...scores.map(({ hits }) => hits ?? 0));

test.each(['the files and the logs', 'and accordo.key'])('with %s, nobody is named but by chance', (held) => {
  for (const { strategy, hits } of found[held]!) expect(hits ?? 0, strategy).toBeLessThanOrEqual(CHANCE);
});

test('no byte joins a sealed vote to a response, with accordo.key or without', () => {
  for (const held of ['the files and the logs', 'and accordo.key'])
    for (const strategy of [
      'first seen in the log of the portal',
      'sealed votes, joined by bytes they share',
      'sealed votes, opened or matched with every key at hand',
    ])
      expect(found[held]!.find((score) => score.strategy === strategy)?.hits).toBeNull();
});

test('the same attacker names everybody where votes are kept as they come', () => {
  expect(best(found['control: naive.sqlite']!)).toBe(PEOPLE);
  expect(best(found['control: keyed.sqlite']!)).toBe(PEOPLE);
});

test('and everybody with the campaign key, if it was copied before the close: why it is in no backup', () => {
  expect(best(found['control: with the campaign key']!)).toBe(PEOPLE);
});
