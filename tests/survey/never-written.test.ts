import { mkdtempSync, readdirSync, readFileSync, readlinkSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPortal } from '#lib/server/database/database.ts';
import * as campaigns from '#lib/server/survey/campaigns.ts';
import type { CampaignId } from '#lib/server/survey/model.ts';
import { receiptOf } from '#lib/server/survey/receipt.ts';
import { directBallot, type BallotBody } from './direct-ballot.ts';
import { electorate, keysOf, manager, signedIn } from './electorate.ts';
import { startPortal, type PortalProcess } from './portal-process.ts';
import { DATABASE } from './relinking/trial.ts';
import { stored } from './stored.ts';

const ADDRESS = '203.0.113.77';
const AGENT = 'Browser-of-the-Voter/9.9';
const SLOW = 120_000;

let scratch: string;
let data: string;
let portal: PortalProcess;
let campaign: CampaignId;
let cookie: string;
let votes: readonly BallotBody[];

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'accordo-written-'));
  data = join(scratch, 'data');
  const body = await electorate(data, 3);
  const cookies = await signedIn(body.portal, body.voters);
  const { privateKey } = await keysOf(body.portal, body.campaign);
  campaign = body.campaign;
  cookie = cookies.get(body.voters[0]!)!;
  votes = await Promise.all([directBallot(privateKey), directBallot(privateKey)]);
  body.portal.close();
  portal = await started();
}, SLOW);

afterAll(async () => {
  await portal.end('SIGKILL');
  rmSync(scratch, { recursive: true, force: true });
});

/** All that it may write lies in the folder then. */
const started = () =>
  startPortal(data, {
    ADDRESS_HEADER: 'x-forwarded-for',
    TMPDIR: scratch,
    HOME: scratch,
    XDG_CACHE_HOME: scratch,
  });

/** With everything that could tell who sends it, the session's cookie included. */
async function send(
  body: unknown,
  to: string = campaign,
  headers: Record<string, string> = {},
): Promise<number> {
  const response = await fetch(`${portal.origin}/api/survey/${to}/response`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      cookie,
      'user-agent': AGENT,
      'x-forwarded-for': ADDRESS,
      referer: `${portal.origin}/${AGENT}`,
      ...headers,
    },
    body: JSON.stringify(body),
  });
  await response.arrayBuffer();
  return response.status;
}

/** Whatever of a request could be found again, in the forms in which it could be written. */
function tracesOf({ preparedMessage, signature, answers }: BallotBody): Buffer[] {
  const prepared = Buffer.from(preparedMessage, 'base64url');
  const token = prepared.subarray(-32);
  const bytes = [prepared.subarray(0, 32), token, Buffer.from(signature, 'base64url').subarray(0, 48)];
  const written = bytes.flatMap((each) => [
    each.toString('base64url').slice(0, 40),
    each.toString('base64').slice(0, 40),
    each.toString('hex'),
  ]);
  // Eight digits alone might be somewhere by chance.
  const lists = [JSON.stringify(answers), JSON.stringify({ answers }), `"${answers.join('')}"`];
  const texts = [receiptOf(token), receiptOf(token).replaceAll('-', ''), ...written, ...lists];
  return [...bytes, ...texts.map((text) => Buffer.from(text))];
}

const SENDER = [ADDRESS, AGENT, Buffer.from(ADDRESS.split('.').map(Number))].map((each) => Buffer.from(each));

function found(traces: readonly Buffer[]): string[] {
  const names = readdirSync(scratch, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const places = names.map((name) => [name.slice(scratch.length + 1), readFileSync(name)] as const);
  return [...places, ['the log', Buffer.from(portal.log())] as const].flatMap(([place, content]) =>
    traces.some((trace) => content.includes(trace)) ? [place] : [],
  );
}

const database = () => stored(join(data, DATABASE));

test(
  'a vote leaves one sealed row behind, and no trace of its content or its sender',
  { timeout: SLOW },
  async () => {
    const before = database();
    for (const vote of votes) expect(await send(vote)).toBe(201);
    const { sealed_ballot: sealed, ...others } = database();
    expect({ ...others, sealed_ballot: [] }).toEqual(before);
    expect(sealed).toHaveLength(votes.length);
    // No column that could tell more, and of one length, whatever was voted.
    const rows = sealed!.map((row) => JSON.parse(row) as [string, { data: number[] }, { data: number[] }]);
    expect(rows.map(([id, mac, content]) => [id, mac.data.length, content.data.length])).toEqual(
      votes.map(() => [campaign, 32, rows[0]![2].data.length]),
    );
    expect(found([...votes.flatMap(tracesOf), ...SENDER])).toEqual([]);
    expect(portal.log()).toBe('');
  },
);

test('by whichever way it is taken, past the pages or by their route', { timeout: SLOW }, async () => {
  const before = database();
  expect(await send(votes[0], campaign, { 'content-type': 'application/json; charset=utf-8' })).toBe(200);
  expect(await send(votes[1], campaign, { 'content-type': 'application/json' })).toBe(200);
  expect(database()).toEqual(before);
  expect(found([...votes.flatMap(tracesOf), ...SENDER])).toEqual([]);
  expect(portal.log()).toBe('');
});

test('a vote that is refused leaves nothing at all', { timeout: SLOW }, async () => {
  const before = database();
  const [spent] = votes as [BallotBody];
  const others = { ...spent, answers: spent.answers.map((answer) => 6 - answer) };
  const unsigned = { ...spent, signature: votes[1]!.signature };
  expect(await send(others)).toBe(409);
  expect(await send(unsigned)).toBe(403);
  expect(await send({ ...spent, answers: [] })).toBe(400);
  expect(await send(spent, 'another')).toBe(404);
  expect(database()).toEqual(before);
  expect(found([...[spent, others].flatMap(tracesOf), ...SENDER])).toEqual([]);
  expect(portal.log()).toBe('');
});

test('the portal has no file open but those', { timeout: SLOW }, () => {
  const files = readdirSync(`/proc/${portal.pid}/fd`)
    .map((handle) => readlinkSync(`/proc/${portal.pid}/fd/${handle}`))
    .filter((target) => target.startsWith('/') && !target.startsWith('/dev/'));
  expect(files.filter((file) => !file.startsWith(data))).toEqual([]);
});

test('a fault of the portal is in its log without the vote', { timeout: SLOW }, async () => {
  await portal.end('SIGTERM');
  const key = join(data, `survey-${campaign}.key`);
  renameSync(key, `${key}.away`);
  portal = await started();
  for (const type of ['application/json', 'application/json; charset=utf-8'])
    expect(await send(votes[0], campaign, { 'content-type': type })).toBe(500);
  expect(portal.log()).toContain('the key of an open campaign is missing');
  expect(found([...votes.flatMap(tracesOf), ...SENDER])).toEqual([]);
  expect(portal.log()).not.toContain(campaign);
  await portal.end('SIGTERM');
  renameSync(`${key}.away`, key);
});

test('after the close no byte of a sealed vote is left in the files', { timeout: SLOW }, async () => {
  const { sealed_ballot: sealed } = database();
  const rows = sealed!.map((row) => JSON.parse(row) as [string, { data: number[] }, { data: number[] }]);
  const pieces = rows.flatMap(([, mac, content]) => [
    Buffer.from(mac.data).subarray(0, 16),
    Buffer.from(content.data).subarray(0, 16),
    Buffer.from(content.data).subarray(-16),
  ]);
  const place = join('data', DATABASE);
  expect(found(pieces)).not.toEqual([]);
  const own = openPortal(data);
  expect(await campaigns.close(own, manager, campaign)).toEqual({ ok: true });
  expect(found(pieces)).toEqual([]);
  expect(readdirSync(data).filter((name) => name.startsWith('survey-'))).toEqual([]);
  own.close();
  // What is promised to be there then, and nothing of the sender.
  expect(found(tracesOf(votes[0]!))).toEqual([place]);
  expect(found(SENDER)).toEqual([]);
});
