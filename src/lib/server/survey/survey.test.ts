import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { day } from '#core/calendar/iso-date.ts';
import { ballot, base64url, blind, importKey } from '../../../../tests/survey/voter.ts';
import { openPortal, type Portal } from '../database/database.ts';
import { loadBody } from '../organisation/loading.ts';
import type { PersonId, UnitId } from '../organisation/model.ts';
import * as ballots from './ballot-store.ts';
import * as campaigns from './campaigns.ts';
import { cast } from './cast.ts';
import { giveCredential } from './credentials.ts';
import type { CampaignId } from './model.ts';
import * as store from './store.ts';

const SINCE = day('2020-01-01');
const DIRECTION = 'd1' as UnitId;
const manager = 'manager' as PersonId;
const voters = Array.from({ length: 8 }, (_, at) => `voter${at}` as PersonId);

let folder: string;
let portal: Portal;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'accordo-survey-'));
  portal = openPortal(folder);
  const always = { from: SINCE, to: null };
  await portal.transaction((write) =>
    loadBody(write, {
      units: [
        { id: DIRECTION, kind: 'direction', versions: [{ ...always, name: 'Direzione', parent: null }] },
      ],
      people: [manager, ...voters].map((id) => ({
        id,
        givenName: id,
        familyName: 'Prova',
        mail: null,
        taxCode: null,
        staffNumber: null,
      })),
      assignments: [manager, ...voters].map((person) => ({ person, unit: DIRECTION, share: 100, ...always })),
      appointments: [{ person: manager, unit: DIRECTION, kind: 'executive', interim: false, ...always }],
      remits: [],
    }),
  );
});

afterEach(() => {
  portal.close();
  rmSync(folder, { recursive: true, force: true });
});

const soon = (days = 1) => `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 19)}Z`;

async function opened(): Promise<CampaignId> {
  const id = await campaigns.plan(portal, manager, {
    title: 'Sondaggio',
    year: 2025,
    referenceDate: day('2025-12-31'),
    closesAt: soon(),
  });
  expect(await campaigns.open(portal, manager, id)).toEqual({ ok: true });
  return id;
}

async function credentialOf(id: CampaignId, person: PersonId) {
  const [direction] = await store.directions(portal.read, id);
  const key = await importKey(direction!.publicKey);
  const blinded = await blind(key);
  const answer = await giveCredential(portal, id, person, base64url(blinded.blinded));
  if (!answer.ok) throw new Error(answer.reason);
  return (answers: readonly number[]) =>
    ballot(key, answer.direction, blinded, answer.blindSignature, answers);
}

const files = () =>
  Buffer.concat(
    readdirSync(folder)
      .filter((name) => name.startsWith('accordo.sqlite'))
      .map((name) => readFileSync(join(folder, name))),
  );

test('who leads the direction is not invited, everybody else is, once', async () => {
  const id = await opened();
  const invitations = await store.invitations(portal.read, id);
  expect(invitations.filter(({ reason }) => reason === 'assigned').map(({ person }) => person)).toEqual(
    voters,
  );
  expect(invitations.find(({ person }) => person === manager)?.reason).toBe('leads');
  const blinded = base64url(new Uint8Array(384).fill(1));
  expect(await giveCredential(portal, id, manager, blinded)).toEqual({ ok: false, reason: 'notInvited' });
});

test('a vote is taken, counted once, and answered with the same receipt when it comes again', async () => {
  const id = await opened();
  const vote = await credentialOf(id, voters[0]!);
  const body = await vote([1, 2, 3, 4, 5, 1, 2, 3]);
  const first = await cast(portal, id, body);
  expect(first).toMatchObject({ ok: true, again: false });
  expect(await cast(portal, id, body)).toEqual({ ...first, again: true });
  const other = { ...body, answers: [5, 2, 3, 4, 5, 1, 2, 3] };
  expect(await cast(portal, id, other)).toEqual({ ok: false, reason: 'otherAnswers' });
  expect(await ballots.sealedCount(portal.read, id)).toBe(1);
});

test('the same blinded message gets the same answer, another one none', async () => {
  const id = await opened();
  const [direction] = await store.directions(portal.read, id);
  const { blinded } = await blind(await importKey(direction!.publicKey));
  const first = await giveCredential(portal, id, voters[0]!, base64url(blinded));
  expect(await giveCredential(portal, id, voters[0]!, base64url(blinded))).toEqual(first);
  const second = await blind(await importKey(direction!.publicKey));
  expect(await giveCredential(portal, id, voters[0]!, base64url(second.blinded))).toEqual({
    ok: false,
    reason: 'given',
  });
});

test('while it is open the files hold no answers, after the close no keys and nothing sealed', async () => {
  const id = await opened();
  const written: string[] = [];
  for (const [at, voter] of voters.entries()) {
    const answers = Array.from({ length: 8 }, (_, question) => ((at + question) % 5) + 1);
    const vote = await credentialOf(id, voter);
    expect((await cast(portal, id, await vote(answers))).ok).toBe(true);
    written.push(answers.join(''));
  }
  const whileOpen = files();
  for (const answers of written) expect(whileOpen.includes(answers)).toBe(false);
  const sealed = await ballots.allSealed(portal.read, id);

  expect(await campaigns.close(portal, manager, id)).toEqual({ ok: true });
  const rows = await ballots.responses(portal.read, id);
  expect(rows.map(({ answers }) => answers).sort()).toEqual([...written].sort());
  expect(readdirSync(folder).filter((name) => name.startsWith('survey-'))).toEqual([]);
  const afterwards = files();
  for (const one of sealed) expect(afterwards.includes(one)).toBe(false);
  expect((await store.sealedKeys(portal.read, id)).size).toBe(0);
});

test('after the close nothing is taken any more', async () => {
  const id = await opened();
  const vote = await credentialOf(id, voters[0]!);
  await campaigns.close(portal, manager, id);
  expect(await cast(portal, id, await vote([1, 1, 1, 1, 1, 1, 1, 1]))).toEqual({
    ok: false,
    reason: 'closed',
  });
  expect(await campaigns.close(portal, manager, id)).toEqual({ ok: false, fault: 'wrongState' });
});

test('opened twice at once it is open once, with the key that its votes need', async () => {
  const id = await campaigns.plan(portal, manager, {
    title: 'Sondaggio',
    year: 2025,
    referenceDate: day('2025-12-31'),
    closesAt: soon(),
  });
  const steps = await Promise.all([campaigns.open(portal, manager, id), campaigns.open(portal, manager, id)]);
  expect(steps.filter(({ ok }) => ok)).toHaveLength(1);
  const vote = await credentialOf(id, voters[0]!);
  expect((await cast(portal, id, await vote([1, 2, 3, 4, 5, 1, 2, 3]))).ok).toBe(true);
  expect(await campaigns.close(portal, manager, id)).toEqual({ ok: true });
});
