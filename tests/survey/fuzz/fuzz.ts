import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import type { PersonId } from '#lib/server/organisation/model.ts';
import * as campaigns from '#lib/server/survey/campaigns.ts';
import { anyBlindedMessage, directBallot, type BallotBody } from '../direct-ballot.ts';
import { electorate, keysOf, manager, openedCampaign, signedIn } from '../electorate.ts';
import { callsTo } from '../http-door.ts';
import { startPortal, type PortalProcess } from '../portal-process.ts';
import { DATABASE } from '../relinking/trial.ts';
import { stored } from '../stored.ts';
import { exchange, type Outcome } from './exchange.ts';
import { hostile, type Call, type Loot } from './hostile.ts';

/** How often each call was answered how. */
export type Counts = Map<Call, Map<Outcome, number>>;

const UNLIMITED = { ACCORDO_LIMIT_VOTES: '1000000000', ACCORDO_LIMIT_CREDENTIALS: '1000000000' };

/**
 * Sends so many hostile requests to the built portal. Throws, with the shortest request that does it, if one is answered
 * with a 5xx or not at all, or changes what is stored; and if the portal wrote to its log, or takes no good vote at the end.
 */
export async function fuzz(requests: number): Promise<Counts> {
  const data = mkdtempSync(join(tmpdir(), 'accordo-fuzz-'));
  const { loot, good } = await prepared(data);
  const portal = await startPortal(data, UNLIMITED);
  try {
    const { credential, vote } = callsTo(portal.origin, loot.open, new Map([[manager, loot.given.cookie]]));
    expectStatus((await credential(manager, loot.given.blindedMessage)).status, 200);
    expectStatus((await vote(loot.spent)).status, 201);
    const counts = await attacked(portal, join(data, DATABASE), loot, requests);
    expectStatus((await vote(good)).status, 201);
    await portal.end('SIGTERM');
    if (portal.log() !== '') throw new Error(`the portal wrote to its log:\n${portal.log()}`);
    return counts;
  } finally {
    await portal.end('SIGKILL');
    rmSync(data, { recursive: true, force: true });
  }
}

async function prepared(data: string): Promise<{ readonly loot: Loot; readonly good: BallotBody }> {
  const { portal, campaign: closed, voters } = await electorate(data, 2);
  const cookies = await signedIn(portal, [...voters, manager]);
  await campaigns.close(portal, manager, closed);
  const open = await openedCampaign(portal);
  const { privateKey } = await keysOf(portal, open);
  portal.close();
  const [given, fresh] = voters as [PersonId, PersonId];
  const loot: Loot = {
    open,
    closed,
    spent: await directBallot(privateKey),
    forged: { ...(await directBallot(privateKey)), signature: (await directBallot(privateKey)).signature },
    given: { cookie: cookies.get(given)!, blindedMessage: anyBlindedMessage() },
    fresh: cookies.get(fresh)!,
    uninvited: cookies.get(manager)!,
  };
  return { loot, good: await directBallot(privateKey) };
}

async function attacked(
  { port }: PortalProcess,
  file: string,
  loot: Loot,
  requests: number,
): Promise<Counts> {
  const counts: Counts = new Map();
  const before = JSON.stringify(stored(file));
  const watch = new Database(file, { readonly: true });
  // Another number after every change by another connection, to its content or not.
  const version = () => watch.pragma('data_version', { simple: true });
  let seen = version();
  const harmless = fc.asyncProperty(hostile(loot), async (request) => {
    const outcome = await exchange(port, request);
    const ofCall = counts.get(request.call) ?? new Map<Outcome, number>();
    counts.set(request.call, ofCall.set(outcome, (ofCall.get(outcome) ?? 0) + 1));
    if (typeof outcome === 'number' && outcome >= 500) throw new Error(`answered ${outcome}`);
    const now = version();
    if (now === seen) return;
    seen = now;
    if (JSON.stringify(stored(file)) !== before) throw new Error('something was stored');
  });
  try {
    await fc.assert(harmless, { numRuns: requests });
  } finally {
    watch.close();
  }
  return counts;
}

function expectStatus(status: number, expected: number): void {
  if (status !== expected) throw new Error(`answered ${status} instead of ${expected}`);
}
