import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from '../audit/trail.ts';
import type { Portal } from '../database/database.ts';
import type { PersonId } from '../organisation/model.ts';
import type { CampaignId } from '../survey/model.ts';
import * as surveyStore from '../survey/store.ts';
import { CAMPAIGN, CLOSES, INVITED, MANAGER, openTown, ORDERED } from './mailed-town.ts';
import { mailingsOf, mailsOf, order, ordersOf } from './mailings.ts';
import type { MailKind } from './model.ts';
import * as store from './store.ts';

const ORIGIN = 'https://accordo.comune.example';
const NEXT_DAY = new Date('2026-03-03T09:00:00Z');

let portal: Portal;
let close: () => void;
beforeEach(async () => {
  ({ portal, close } = await openTown());
});
afterEach(() => {
  close();
});

const ordered = (kind: MailKind, now = ORDERED, id: CampaignId = CAMPAIGN) =>
  order(portal, MANAGER, id, kind, ORIGIN, now);

const giveCredential = (person: PersonId) =>
  portal.transaction((write) => surveyStore.giveCredential(write, CAMPAIGN, person, 'digest'));

/** Of the latest mailing. */
async function recipients(): Promise<string[]> {
  const [latest] = await mailingsOf(portal.read, CAMPAIGN);
  return (await mailsOf(portal.read, latest!.id, 1)).map(({ person }) => person);
}

test('the invitation goes to everybody invited with an address, once', async () => {
  expect(await ordersOf(portal.read, (await surveyStore.byId(portal.read, CAMPAIGN))!, ORDERED)).toEqual({
    toInvite: 4,
    toRemind: 4,
    withoutAddress: 1,
    remindedToday: false,
  });
  expect(await ordered('invitation')).toEqual({ ok: true, mails: 4 });
  expect(await recipients()).toEqual(['anna', 'bruno', 'carla', 'dario']);
  expect(await ordered('invitation')).toEqual({ ok: false, fault: 'nobody' });
  expect(await mailingsOf(portal.read, CAMPAIGN)).toHaveLength(1);
});

test('ordered twice at the same moment, it goes out once', async () => {
  const both = await Promise.all([ordered('invitation'), ordered('invitation')]);
  expect(both.map(({ ok }) => ok)).toEqual([true, false]);
});

test('whose invitation failed is invited again, and nobody else', async () => {
  await ordered('invitation');
  const [mailing] = await mailingsOf(portal.read, CAMPAIGN);
  const bruno = { mailing: mailing!.id, person: 'bruno' as PersonId };
  await portal.transaction((write) => store.update(write, bruno, { state: 'failed', fault: 'recipient' }));
  expect(await ordered('invitation', NEXT_DAY)).toEqual({ ok: true, mails: 1 });
  expect(await recipients()).toEqual(['bruno']);
});

test('the reminder goes to who has no credential, whether or not anybody voted', async () => {
  await giveCredential(INVITED[0]!);
  expect(await ordered('reminder')).toEqual({ ok: true, mails: 3 });
  expect(await recipients()).toEqual(['bruno', 'carla', 'dario']);
});

test('one reminder a day is enough', async () => {
  await ordered('reminder');
  expect(await ordered('reminder')).toEqual({ ok: false, fault: 'remindedToday' });
  expect(await ordered('reminder', NEXT_DAY)).toEqual({ ok: true, mails: 4 });
});

test('nobody is reminded when everybody has the credential', async () => {
  for (const person of INVITED) await giveCredential(person);
  expect(await ordered('reminder')).toEqual({ ok: false, fault: 'nobody' });
});

test.each(['draft', 'closed', 'published'] as const)('a %s campaign writes to nobody', async (state) => {
  await portal.transaction((write) => surveyStore.update(write, CAMPAIGN, { state }));
  for (const kind of ['invitation', 'reminder'] as const)
    expect(await ordered(kind)).toEqual({ ok: false, fault: 'notOpen' });
});

test('nor does one whose deadline is over, or one that nobody knows', async () => {
  expect(await ordered('invitation', new Date(CLOSES))).toEqual({ ok: false, fault: 'notOpen' });
  expect(await ordered('invitation', ORDERED, 'nothing' as CampaignId)).toEqual({
    ok: false,
    fault: 'notOpen',
  });
});

test('an order is on record, without a name', async () => {
  await ordered('invitation');
  const { entries } = await page(portal.read, { before: null, subject: null, person: null });
  expect(entries[0]).toMatchObject({
    actor: MANAGER,
    action: 'campaign.mail',
    subjectKind: 'campaign',
    subjectId: CAMPAIGN,
    after: '{"kind":"invitation","mails":4}',
  });
});

test.each(['invitation', 'reminder'] as const)(
  'the %s says the same to all, in both languages, with the last day and no link of one’s own',
  async (kind) => {
    await ordered(kind);
    const { subject, text } = (await mailingsOf(portal.read, CAMPAIGN))[0]!;
    expect(subject).toContain('Sondaggio di prova');
    expect(text).toContain('31 marzo 2026');
    expect(text).toContain('31 March 2026');
    expect(text.indexOf('31 marzo')).toBeLessThan(text.indexOf('31 March'));
    const links = [...text.matchAll(/https?:\S+/g)].map(([link]) => link);
    expect(links).toEqual([
      ...[`${ORIGIN}/sondaggio`, `${ORIGIN}/sondaggio/anonimato`],
      ...[`${ORIGIN}/sondaggio`, `${ORIGIN}/sondaggio/anonimato`],
    ]);
    for (const person of INVITED) expect(text).not.toContain(person);
  },
);

test('the reminder says that it says nothing about a vote', async () => {
  await ordered('reminder');
  const { text } = (await mailingsOf(portal.read, CAMPAIGN))[0]!;
  expect(text).toContain('Questo non dice nulla sul voto');
  expect(text).toContain('That says nothing about the vote');
});
