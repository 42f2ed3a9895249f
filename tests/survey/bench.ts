/**
 * `npm run survey:bench`: votes a second, alone and with their credentials, beside the bare limit of the machine in the same
 * run. Figures are read, not asserted: machines differ. `-- --memory` instead watches the memory over 200,000 votes.
 *
 * ACCORDO_BENCH: a folder for what takes long to make, the signed votes; used again by the next run.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { PersonId } from '#lib/server/organisation/model.ts';
import { isSignature, publicKeyOf } from '#lib/server/survey/signing.ts';
import { freePort } from '../../src/launch/address.mjs';
import { ensureBuild } from '../../src/launch/build.mjs';
import { measure, median, type Lane, type Measured } from './bench/lanes.ts';
import { anyBlindedMessage, directBallot, type BallotBody } from './direct-ballot.ts';
import { electorate, keysOf, signedIn } from './electorate.ts';
import { startPortal } from './portal-process.ts';

/** Bare limit and portal take turns, so that a busy moment of the machine meets both. */
const TURNS = 5;
const VOTES: readonly (readonly [lanes: number, votes: number])[] = [
  [1, 2000],
  [8, 10_000],
  [32, 20_000],
  [128, 20_000],
];
const FULL_VOTES: readonly (readonly [lanes: number, votes: number])[] = [
  [1, 300],
  [8, 900],
  [32, 1200],
  [128, 1200],
];
const PEOPLE = FULL_VOTES.reduce((sum, [, votes]) => sum + votes, 0);
const MEMORY_VOTES = 200_000;
const MEMORY_STEPS = 4;
const UNLIMITED = { ACCORDO_LIMIT_VOTES: '1000000000', ACCORDO_LIMIT_CREDENTIALS: '1000000000' };

/** What a run begins with, again and again: a portal in a folder, and votes for it. */
interface Prepared {
  readonly folder: string;
  readonly campaign: string;
  readonly publicKey: string;
  readonly cookies: readonly (readonly [PersonId, string])[];
  readonly ballots: readonly BallotBody[];
}

const isMemory = process.argv.includes('--memory');
const scratch = mkdtempSync(join(tmpdir(), 'accordo-bench-'));
process.on('exit', () => {
  rmSync(scratch, { recursive: true, force: true });
});

await ensureBuild();
const votes = isMemory ? MEMORY_VOTES : VOTES.reduce((sum, [, count]) => sum + count, 0) + PEOPLE;
const prepared = await preparation(process.env.ACCORDO_BENCH ?? join(scratch, 'prepared'), votes);
const face = `/api/survey/${prepared.campaign}`;
/** What a connection says first: refused, and nothing is done. */
const greeting = { path: `${face}/response`, body: '{}' };
console.log(`load of the machine at the start: ${loadavg()[0]!.toFixed(2)}`);
if (isMemory) await watchMemory();
else {
  verifyAlone();
  await votesBesideTheLimit();
  await fullVotes();
}
console.log(`load of the machine at the end, this run in it: ${loadavg()[0]!.toFixed(2)}`);

async function preparation(folder: string, count: number): Promise<Prepared> {
  const file = join(folder, 'prepared.json');
  if (existsSync(file)) {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as Prepared;
    if (kept.ballots.length >= count) return kept;
    rmSync(folder, { recursive: true });
  }
  mkdirSync(folder, { recursive: true });
  console.log(`signing ${count} votes…`);
  const data = join(folder, 'data');
  const { portal, campaign, voters } = await electorate(data, PEOPLE);
  const cookies = [...(await signedIn(portal, voters))];
  const { privateKey, publicKey } = await keysOf(portal, campaign);
  const ballots: BallotBody[] = [];
  while (ballots.length < count)
    ballots.push(...(await Promise.all(Array.from({ length: 200 }, () => directBallot(privateKey)))));
  portal.close();
  const spki = publicKey.export({ type: 'spki', format: 'der' }).toString('base64url');
  const made = { folder: data, campaign, publicKey: spki, cookies, ballots };
  writeFileSync(file, JSON.stringify(made));
  return made;
}

function verifyAlone(): void {
  const key = publicKeyOf(prepared.publicKey);
  const some = prepared.ballots
    .slice(0, 2000)
    .map(({ preparedMessage, signature }) => [
      Buffer.from(preparedMessage, 'base64url'),
      Buffer.from(signature, 'base64url'),
    ]);
  const start = performance.now();
  for (const [message, signature] of some) isSignature(key, message!, signature!);
  const each = (performance.now() - start) / some.length;
  console.log(`verifying an RSA-3072 signature alone: ${(1000 / each).toFixed(0)}/s`);
}

async function votesBesideTheLimit(): Promise<void> {
  await withBareServer((bare) =>
    withPortal(async ({ port }) => {
      let from = 0;
      for (const [lanes, count] of VOTES) {
        const each = count / TURNS;
        const limit: Measured[] = [];
        const own: Measured[] = [];
        for (let turn = 0; turn < TURNS; turn++) {
          const first = from;
          from += each;
          const vote = (at: number, lane: Lane) => castOver(lane, prepared.ballots[first + at]!);
          limit.push(await measure(bare, lanes, each, greeting, vote));
          own.push(await measure(port, lanes, each, greeting, vote));
        }
        tell('bare limit', lanes, median(limit));
        tell('portal, votes', lanes, median(own), median(limit));
      }
    }),
  );
}

async function withBareServer(work: (port: number) => Promise<void>): Promise<void> {
  const port = await freePort('127.0.0.1');
  const file = join(mkdtempSync(join(scratch, 'bare-')), 'bare.sqlite');
  const server = join(import.meta.dirname, 'bench', 'bare-server.ts');
  const child = spawn(process.execPath, [server, file, String(port), prepared.publicKey], {
    stdio: 'inherit',
  });
  while (!(await isListening(port))) await pause(50);
  await work(port);
  child.kill('SIGKILL');
  await once(child, 'exit');
}

function isListening(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}`, { method: 'POST', body: '{}' }).then(
    () => true,
    () => false,
  );
}

async function withPortal(work: (portal: { port: number; pid: number }) => Promise<void>): Promise<void> {
  const data = join(mkdtempSync(join(scratch, 'portal-')), 'data');
  cpSync(prepared.folder, data, { recursive: true });
  const options = process.env.ACCORDO_BENCH_NODE?.split(' ') ?? [];
  const portal = await startPortal(data, UNLIMITED, options);
  await work(portal);
  await portal.end('SIGTERM');
  const log = portal.log();
  if (log !== '') console.log(log);
}

async function castOver(lane: Lane, ballot: BallotBody): Promise<void> {
  const { status, body } = await lane({ path: `${face}/response`, body: JSON.stringify(ballot) });
  if (status !== 201) throw new Error(`a vote was answered ${status} ${body}`);
}

async function fullVotes(): Promise<void> {
  await withPortal(async ({ port }) => {
    let from = 0;
    for (const [lanes, count] of FULL_VOTES) {
      const first = from;
      from += count;
      const measured = await measure(port, lanes, count, greeting, async (at, lane) => {
        const [, cookie] = prepared.cookies[first + at]!;
        const body = JSON.stringify({ blindedMessage: anyBlindedMessage() });
        const answer = await lane({ path: `${face}/credential`, body, cookie });
        if (answer.status !== 200) throw new Error(`a credential was answered ${answer.status}`);
        await castOver(lane, prepared.ballots[first + at]!);
      });
      tell('portal, credential and vote', lanes, measured);
    }
  });
}

async function watchMemory(): Promise<void> {
  await withPortal(async ({ port, pid }) => {
    console.log(`at the start: ${residentMegabytes(pid)} MB`);
    const count = MEMORY_VOTES / MEMORY_STEPS;
    for (let step = 0; step < MEMORY_STEPS; step++) {
      const measured = await measure(port, 32, count, greeting, (at, lane) =>
        castOver(lane, prepared.ballots[step * count + at]!),
      );
      console.log(`after ${(step + 1) * count} votes: ${residentMegabytes(pid)} MB`);
      tell('portal, votes', 32, measured);
    }
  });
}

function residentMegabytes(pid: number): number {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))!;
  return Math.round(Number(kilobytes) / 1024);
}

function tell(what: string, lanes: number, { perSecond, p50, p99 }: Measured, bare?: Measured): void {
  const part = bare ? `, ${((100 * perSecond) / bare.perSecond).toFixed(0)} % of the bare limit` : '';
  console.log(
    `${what}, ${String(lanes)} at once: ${perSecond.toFixed(0)}/s, ` +
      `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms${part}`,
  );
}
