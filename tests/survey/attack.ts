/**
 * `npm run survey:relink`: sixty people vote in the built portal over HTTP, at 1, 4 and 8 at once, each right after the
 * credential, and once after a random while; then somebody with all files, logs and backups guesses who answered what.
 * Then a hundred tokens are sent twice and ten times at once. Ends with 1 if anything was found.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openPortal } from '#lib/server/database/database.ts';
import type { PersonId } from '#lib/server/organisation/model.ts';
import * as campaigns from '#lib/server/survey/campaigns.ts';
import type { CampaignId } from '#lib/server/survey/model.ts';
import { publicKeyText } from '#lib/server/survey/signing.ts';
import { ensureBuild } from '../../src/launch/build.mjs';
import { anyAnswers, directBallot } from './direct-ballot.ts';
import { electorate, keysOf, manager, signedIn } from './electorate.ts';
import { callsTo } from './http-door.ts';
import { startPortal, type PortalProcess } from './portal-process.ts';
import { takeSnapshot, type Snapshot } from './relinking/evidence.ts';
import { CHANCE, type Score } from './relinking/score.ts';
import { attackers, DATABASE } from './relinking/trial.ts';
import { letVote, openControls, type Door } from './relinking/voting.ts';

const PEOPLE = 60;
const CASES: readonly (readonly [parallel: number, delay: number])[] = [
  [1, 0],
  [4, 0],
  [8, 0],
  [4, 4000],
];
const TOKENS = 100;
const UNLIMITED = { ACCORDO_LIMIT_VOTES: '1000000' };

const scratch = mkdtempSync(join(tmpdir(), 'accordo-attack-'));
process.on('exit', () => {
  rmSync(scratch, { recursive: true, force: true });
});
let isBroken = false;

await ensureBuild();
for (const [parallel, delay] of CASES) {
  const when = delay === 0 ? 'right after the credential' : `within ${delay / 1000} s after the credential`;
  console.log(`\n${PEOPLE} people, ${parallel} at once, vote ${when}`);
  for (const [held, found] of Object.entries(await relinking(parallel, delay))) tell(held, found);
}
for (const copies of [2, 10]) await doubleVotes(copies);
process.exitCode = Number(isBroken);

function tell(held: string, found: readonly Score[]): void {
  const isControl = held.startsWith('control');
  console.log(`  ${held}:`);
  for (const { strategy, hits } of found)
    if (!isControl || hits !== null)
      console.log(`    ${(hits === null ? 'nothing' : String(hits)).padStart(7)}  ${strategy}`);
  if (!isControl && found.some(({ hits }) => (hits ?? 0) > CHANCE)) isBroken = true;
}

async function prepared() {
  const data = mkdtempSync(join(scratch, 'data-'));
  const { portal, campaign, voters } = await electorate(data, PEOPLE);
  const cookies = await signedIn(portal, voters);
  const keys = await keysOf(portal, campaign);
  portal.close();
  return { data, campaign, voters, cookies, keys };
}

async function relinking(parallel: number, delay: number): Promise<Record<string, readonly Score[]>> {
  const { data, campaign, voters, cookies, keys } = await prepared();
  const portal = await startPortal(data, UNLIMITED);
  const controls = openControls(data);
  const snapshots: Snapshot[] = [];
  const copies = mkdtempSync(join(scratch, 'copies-'));
  const snapshot = () =>
    snapshots.push(takeSnapshot(data, join(copies, String(snapshots.length)), portal.log()));

  const truth = await letVote({
    publicKey: publicKeyText(keys.publicKey),
    door: httpDoor(portal, campaign, cookies),
    people: voters,
    parallel,
    delay,
    controls,
    snapshot,
  });
  snapshot();
  const lastOpen = join(copies, String(snapshots.length - 1));
  await portal.end('SIGTERM');

  const sealedKey = readFileSync(join(data, `survey-${campaign}.key`), 'utf8');
  const own = openPortal(data);
  const campaignKey = Buffer.from(own.keys.unseal('survey', sealedKey)!, 'base64url');
  const closed = await campaigns.close(own, manager, campaign);
  if (!closed.ok) throw new Error(closed.fault);
  snapshot();
  controls.close();
  own.close();
  const portalKey = Buffer.from(readFileSync(join(data, 'accordo.key'), 'utf8').trim(), 'base64url');
  return attackers({ folder: data, snapshots, lastOpen, truth, keys: own.keys, portalKey, campaignKey });
}

function httpDoor(
  { origin }: PortalProcess,
  campaign: CampaignId,
  cookies: ReadonlyMap<PersonId, string>,
): Door {
  const calls = callsTo(origin, campaign, cookies);
  return {
    async credential(person, blinded) {
      const { status, content } = await calls.credential(person, blinded);
      if (status !== 200) throw new Error(`a credential was answered ${status}`);
      return content as { direction: string; blindSignature: string };
    },
    async vote(body) {
      const { status } = await calls.vote(body);
      if (status !== 201) throw new Error(`a vote was answered ${status}`);
    },
  };
}

/** Sends each token several times at once, with other answers each time. */
async function doubleVotes(copies: number): Promise<void> {
  const { data, campaign, cookies, keys } = await prepared();
  const portal = await startPortal(data, UNLIMITED);
  const { vote } = callsTo(portal.origin, campaign, cookies);
  let twice = 0;
  for (let round = 0; round < TOKENS; round++) {
    const first = await directBallot(keys.privateKey);
    const sent = Array.from({ length: copies }, (_, at) => ({
      ...first,
      // Never the same answers twice: the first question tells them apart, up to five, the second the rest.
      answers: [(at % 5) + 1, Math.floor(at / 5) + 1, ...anyAnswers().slice(2)],
    }));
    const answers = await Promise.all(sent.map(vote));
    if (answers.filter(({ status }) => status === 201).length !== 1) twice += 1;
    if (answers.some(({ status }) => status !== 201 && status !== 409)) isBroken = true;
  }
  await portal.end('SIGTERM');
  const db = new Database(join(data, DATABASE), { readonly: true });
  const kept = db.prepare('SELECT count(*) FROM sealed_ballot').pluck().get();
  db.close();
  console.log(`\n${TOKENS} tokens, each sent ${copies} times at once with other answers:`);
  console.log(`  ${String(kept)} votes kept, ${twice} tokens not acknowledged exactly once`);
  if (kept !== TOKENS || twice > 0) isBroken = true;
}
