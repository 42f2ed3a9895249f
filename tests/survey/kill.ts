/**
 * `npm run survey:kill`: people fetch credentials and vote in the built portal, which is killed at a random moment and started
 * again, fifty times. At the end every acknowledged vote is there and none twice, everybody who was given a credential
 * gets the same one again, and whose connection broke is in too. Ends with 1 if not. `-- 3`: so many times.
 */
import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openPortal } from '#lib/server/database/database.ts';
import type { PersonId } from '#lib/server/organisation/model.ts';
import * as ballots from '#lib/server/survey/ballot-store.ts';
import * as campaigns from '#lib/server/survey/campaigns.ts';
import { TOKEN_BYTES } from '#lib/server/survey/model.ts';
import { receiptOf, tokenDigest } from '#lib/server/survey/receipt.ts';
import { publicKeyText } from '#lib/server/survey/signing.ts';
import * as store from '#lib/server/survey/store.ts';
import { ensureBuild } from '../../src/launch/build.mjs';
import { anyAnswers, anyBlindedMessage, type BallotBody } from './direct-ballot.ts';
import { DIRECTION, electorate, keysOf, manager, signedIn } from './electorate.ts';
import { callsTo, type HttpAnswer } from './http-door.ts';
import { startPortal, type PortalProcess } from './portal-process.ts';
import { ballot, base64url, blind, importKey, type Blinded } from './voter.ts';

const kills = Number(process.argv[2] ?? 50);
const PEOPLE_PER_LIFE = 20;
const PARALLEL = 8;
/** A life ends so many answers after its beginning at the latest: most people need two. */
const MOST_ANSWERS = 30;
const LONGEST_PAUSE_MS = 20;
const UNLIMITED = { ACCORDO_LIMIT_VOTES: '1000000', ACCORDO_LIMIT_CREDENTIALS: '1000000' };

/** What a browser keeps, so that it can go on after anything. */
interface Voter {
  readonly person: PersonId;
  readonly blinded: Blinded;
  blindSignature?: string;
  body?: BallotBody;
  receipt?: string;
  /** Connections that broke before the answer came. */
  broken: number;
}

const data = mkdtempSync(join(tmpdir(), 'accordo-kill-'));
process.on('exit', () => {
  rmSync(data, { recursive: true, force: true });
});

await ensureBuild();
const { portal: first, campaign, voters: people } = await electorate(data, PEOPLE_PER_LIFE * kills);
const cookies = await signedIn(first, people);
const { publicKey } = await keysOf(first, campaign);
first.close();
const key = await importKey(publicKeyText(publicKey));
const faults: string[] = [];
let answered = 0;
const voters: Voter[] = [];

for (let life = 0; life < kills; life++) {
  const fresh = people.slice(life * PEOPLE_PER_LIFE, (life + 1) * PEOPLE_PER_LIFE);
  for (const person of fresh) voters.push({ person, blinded: await blind(key), broken: 0 });
  const portal = await startPortal(data, UNLIMITED);
  const last = answered + randomInt(MOST_ANSWERS);
  const going = goOn(portal);
  await Promise.race([going, untilAnswered(last)]);
  await pause(randomInt(LONGEST_PAUSE_MS));
  await portal.end('SIGKILL');
  await going;
  if (portal.log() !== '') faults.push(`the log of life ${life}: ${portal.log()}`);
}
const lostOnTheWay = voters.filter(({ broken }) => broken > 0).length;
const acknowledged = voters.filter(({ receipt }) => receipt !== undefined).length;

const portal = await startPortal(data, UNLIMITED);
await goOn(portal);
await askAgain(portal);
await portal.end('SIGTERM');
await count();

console.log(`${kills} times killed; ${people.length} people, ${lostOnTheWay} of them cut off at least once`);
console.log(`${acknowledged} votes acknowledged before the last kill, ${people.length} after it`);
console.log(faults.length === 0 ? 'nothing lost, nothing twice' : faults.join('\n'));
process.exitCode = faults.length === 0 ? 0 : 1;

/** Everybody who has not finished goes on from where they were, until all have or the portal is gone. */
async function goOn({ origin }: PortalProcess): Promise<void> {
  const { credential, vote } = callsTo(origin, campaign, cookies);
  const waiting = voters.filter(({ receipt }) => receipt === undefined);

  async function step(voter: Voter): Promise<void> {
    const { person, blinded } = voter;
    voter.blindSignature ??= await credential(person, base64url(blinded.blinded)).then(
      (answer) => expected(answer, [200], person).blindSignature as string,
    );
    voter.body ??= await ballot(key, DIRECTION, blinded, voter.blindSignature, anyAnswers());
    // After a connection that broke the vote may have been in already.
    const allowed = voter.broken > 0 ? [200, 201] : [201];
    voter.receipt = expected(await vote(voter.body), allowed, person).receipt as string;
  }

  let isGone = false;
  async function drive(): Promise<void> {
    for (let voter = waiting.shift(); voter !== undefined && !isGone; voter = waiting.shift())
      try {
        await step(voter);
      } catch {
        voter.broken += 1;
        isGone = true;
      }
  }
  await Promise.all(Array.from({ length: PARALLEL }, drive));
}

/** Once more, as after a device that forgot the answer; and with another message, as somebody who wants a second vote. */
async function askAgain({ origin }: PortalProcess): Promise<void> {
  const { credential, vote } = callsTo(origin, campaign, cookies);
  for (const { person, blinded, blindSignature, body, receipt } of voters) {
    const again = await credential(person, base64url(blinded.blinded));
    if (again.content.blindSignature !== blindSignature) faults.push(`${person}: another signature`);
    expected(await credential(person, anyBlindedMessage()), [409], person);
    const answer = expected(await vote(body!), [200], person);
    if (answer.receipt !== receipt) faults.push(`${person}: another receipt`);
  }
}

/** Closes the campaign and looks for every vote, with its answers. */
async function count(): Promise<void> {
  const portal = openPortal(data);
  const closed = await campaigns.close(portal, manager, campaign);
  if (!closed.ok) faults.push(`the campaign does not close: ${closed.fault}`);
  const rows = await ballots.responses(portal.read, campaign);
  const answersOf = new Map(
    rows.map(({ tokenDigest: digest, answers }) => [digest.toString('hex'), answers]),
  );
  for (const { person, blinded, body, receipt } of voters) {
    const token = Buffer.from(blinded.prepared).subarray(-TOKEN_BYTES);
    if (answersOf.get(tokenDigest(token).toString('hex')) !== body?.answers.join(''))
      faults.push(`${person}: the vote is not there`);
    if (receiptOf(token) !== receipt) faults.push(`${person}: the receipt is another's`);
  }
  const given = await store.credentialsGiven(portal.read, campaign);
  if (rows.length !== people.length || given !== people.length)
    faults.push(`${people.length} people, ${given} credentials, ${rows.length} votes`);
  portal.close();
}

async function untilAnswered(count: number): Promise<void> {
  while (answered < count) await pause(1);
}

function expected(
  { status, content }: HttpAnswer,
  allowed: readonly number[],
  person: PersonId,
): HttpAnswer['content'] {
  answered += 1;
  if (allowed.includes(status)) return content;
  faults.push(`${person}: answered ${status} ${JSON.stringify(content)}`);
  throw new Error('an unexpected answer');
}
