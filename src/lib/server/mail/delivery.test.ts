import { simpleParser } from 'mailparser';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openPortal, type Portal } from '../database/database.ts';
import * as surveyStore from '../survey/store.ts';
import { deliverDue } from './delivery.ts';
import { CAMPAIGN, CLOSES, MANAGER, openTown, ORDERED } from './mailed-town.ts';
import { mailerTo, Refusal, startMailServer, type Behaviour, type MailServer } from './mail-server.ts';
import { mailingsOf, mailsOf, order } from './mailings.ts';
import type { Mailer } from './mail.ts';
import type { MailLine } from './store.ts';

const ORIGIN = 'https://accordo.comune.example';

let portal: Portal;
let closing: (() => unknown)[];

beforeEach(async () => {
  const opened = await openTown();
  ({ portal } = opened);
  closing = [opened.close];
  expect(await order(portal, MANAGER, CAMPAIGN, 'invitation', ORIGIN, ORDERED)).toEqual({
    ok: true,
    mails: 4,
  });
});
afterEach(async () => {
  for (const close of closing.reverse()) await close();
});

async function serving(behaviour: Behaviour = {}): Promise<MailServer> {
  const server = await startMailServer(behaviour);
  closing.push(() => server.close());
  return server;
}

/** A round so many minutes after the mails were ordered. */
const round = (mailer: Mailer, minutes: number) =>
  deliverDue(portal, mailer, () => new Date(ORDERED.getTime() + minutes * 60_000));

const DAY = 24 * 60;

/** The mails of the only mailing, by person. */
async function mails(): Promise<Record<string, Partial<MailLine>>> {
  const [mailing] = await mailingsOf(portal.read, CAMPAIGN);
  const lines = await mailsOf(portal.read, mailing!.id, 1);
  return Object.fromEntries(
    lines.map(({ person, state, tries, fault, reply }) => [person, { state, tries, fault, reply }]),
  );
}

const taken = { state: 'sent', fault: null, reply: null };

const recipients = async ({ taken }: MailServer) =>
  (await Promise.all(taken.map((mail) => simpleParser(mail)))).map(({ to }) => (to as { text: string }).text);

test('every mail is handed over once, whatever follows', async () => {
  const server = await serving();
  expect(await round(server.mailer, 0)).toBeNull();
  await round(server.mailer, 1);
  await round(server.mailer, 10 * DAY);
  expect(await recipients(server)).toEqual(
    ['anna', 'bruno', 'carla', 'dario'].map((id) => `"${id} Prova" <${id}@comune.example>`),
  );
  expect(Object.values(await mails())).toEqual(Array(4).fill({ ...taken, tries: 1 }));
});

test('mails are told apart by a name that says nothing, and ask for no answer', async () => {
  const server = await serving();
  await round(server.mailer, 0);
  const parsed = await Promise.all(server.taken.map((mail) => simpleParser(mail)));
  const names = parsed.map(({ messageId }) => messageId);
  expect(new Set(names).size).toBe(4);
  for (const name of names) expect(name).toMatch(/^<[0-9a-f]{32}@comune\.example>$/);
  for (const { headers } of parsed) expect(headers.get('auto-submitted')).toBe('auto-generated');
  const texts = new Set(parsed.map(({ subject, text }) => `${subject}\n${text}`));
  expect(texts.size).toBe(1);
});

test('a mail that is refused for now is tried again later, and then taken', async () => {
  let refusals = 0;
  const server = await serving({
    recipient: (address) => (address.startsWith('bruno') && refusals++ < 2 ? new Refusal(451) : null),
  });
  expect(await round(server.mailer, 0)).toBeNull();
  expect((await mails()).bruno).toEqual({ state: 'queued', tries: 1, fault: 'later', reply: 451 });
  expect(server.taken).toHaveLength(3);
  await round(server.mailer, 0);
  expect((await mails()).bruno).toMatchObject({ tries: 1 });
  await round(server.mailer, 1);
  expect((await mails()).bruno).toEqual({ state: 'queued', tries: 2, fault: 'later', reply: 451 });
  await round(server.mailer, 5);
  expect((await mails()).bruno).toMatchObject({ tries: 2 });
  await round(server.mailer, 6);
  expect((await mails()).bruno).toEqual({ ...taken, tries: 3 });
  expect(server.taken).toHaveLength(4);
});

test('a mail that is refused for good is not tried again, and the others are', async () => {
  const server = await serving({
    recipient: (address) => (address.startsWith('bruno') ? new Refusal(550, `no ${address}`) : null),
    message: (number) => (number === 2 ? new Refusal(554) : null),
  });
  for (const minutes of [0, 1, 30, DAY]) await round(server.mailer, minutes);
  expect(await mails()).toEqual({
    anna: { ...taken, tries: 1 },
    bruno: { state: 'failed', tries: 1, fault: 'recipient', reply: 550 },
    carla: { state: 'failed', tries: 1, fault: 'recipient', reply: 554 },
    dario: { ...taken, tries: 1 },
  });
});

test('an address that cannot be one is refused like one that the server does not know', async () => {
  const server = await serving();
  const odd: Mailer = { send: (mail) => server.mailer.send({ ...mail, to: 'nobody' }) };
  await round(odd, 0);
  expect((await mails()).anna).toEqual({ state: 'failed', tries: 1, fault: 'recipient', reply: null });
});

test.each<[string, Behaviour, string, number | null]>([
  [
    'that refuses the sender',
    {
      options: {
        onMailFrom: (_address, _session, done) => {
          done(new Refusal(550));
        },
      },
    },
    'sender',
    550,
  ],
  [
    'that refuses the portal',
    {
      options: {
        disabledCommands: ['STARTTLS'],
        allowInsecureAuth: true,
        onAuth: (_auth, _session, done) => {
          done(new Refusal(535));
        },
      },
    },
    'signIn',
    535,
  ],
])('a server %s is asked once a round, and no mail is lost', async (_which, behaviour, fault, reply) => {
  const refusing = await serving(behaviour);
  const mailer = fault === 'signIn' ? mailerTo(refusing.port, 'portal:geheim@') : refusing.mailer;
  const refusal = await round(mailer, 0);
  expect(refusal).toMatchObject({ fault, reply });
  expect(refusal!.message).not.toMatch(/geheim|comune\.example/);
  expect(await mails()).toMatchObject({
    anna: { state: 'queued', tries: 1, fault, reply },
    bruno: { state: 'queued', tries: 0 },
  });
  const server = await serving();
  await round(server.mailer, 1);
  expect(server.taken).toHaveLength(4);
});

test('a server that is down loses nothing: it is tried again when it is back', async () => {
  const down = await startMailServer();
  await down.close();
  const refusal = await round(down.mailer, 0);
  expect(refusal).toMatchObject({ fault: 'server', reply: null });
  await round(down.mailer, 0);
  expect(await mails()).toMatchObject({
    anna: { state: 'queued', tries: 1, fault: 'server' },
    bruno: { state: 'queued', tries: 1, fault: 'server' },
    carla: { state: 'queued', tries: 0, fault: null },
  });
  const back = await serving({ port: down.port });
  await round(down.mailer, 1);
  expect(await recipients(back)).toHaveLength(4);
});

test('after five days without a server a mail is given up, with the reason', async () => {
  const down = await startMailServer();
  await down.close();
  for (const minutes of [0, 0, 0, 0, DAY, 5 * DAY]) await round(down.mailer, minutes);
  expect((await mails()).anna).toMatchObject({ state: 'queued', fault: 'server' });
  await round(down.mailer, 5 * DAY + 1);
  for (const mail of Object.values(await mails()))
    expect(mail).toMatchObject({ state: 'failed', fault: 'server' });
});

/** The portal is killed while a mail is on its way, and opened again. */
function restart(): void {
  const { folder } = portal;
  portal.close();
  portal = openPortal(folder);
  closing.push(() => {
    portal.close();
  });
}

const killed = new Error('killed');

test('a restart in between loses none, and sends at most the one on its way a second time, under its name', async () => {
  const server = await serving();
  let sends = 0;
  const dying: Mailer = {
    async send(mail) {
      await server.mailer.send(mail);
      if (++sends === 2) throw killed;
    },
  };
  await expect(round(dying, 0)).rejects.toBe(killed);
  expect(await mails()).toMatchObject({ anna: taken, bruno: { state: 'queued', tries: 1, fault: null } });
  restart();
  await round(server.mailer, 0);
  expect(await mails()).toMatchObject({ carla: taken, dario: taken, bruno: { state: 'queued' } });
  await round(server.mailer, 1);
  expect((await mails()).bruno).toEqual({ ...taken, tries: 2 });
  const names = (await Promise.all(server.taken.map((mail) => simpleParser(mail)))).map(
    (mail) => mail.messageId,
  );
  expect(names).toHaveLength(5);
  expect(new Set(names).size).toBe(4);
  expect(names[4]).toBe(names[1]);
});

test('what has not gone out when the campaign ends goes to nobody', async () => {
  const server = await serving();
  const stopping: Mailer = {
    async send(mail) {
      await server.mailer.send(mail);
      await portal.transaction((write) => surveyStore.update(write, CAMPAIGN, { state: 'closed' }));
    },
  };
  await round(stopping, 0);
  expect(server.taken).toHaveLength(1);
  const over = { state: 'failed', tries: 0, fault: 'over', reply: null };
  expect(await mails()).toEqual({ anna: { ...taken, tries: 1 }, bruno: over, carla: over, dario: over });
});

test('nor after the deadline, to the second', async () => {
  const server = await serving();
  await deliverDue(portal, server.mailer, () => new Date(CLOSES));
  expect(server.taken).toEqual([]);
  expect((await mails()).anna).toMatchObject({ state: 'failed', fault: 'over' });
});

test('told to stop, it ends after the mail that is on its way', async () => {
  const server = await serving();
  let asked = 0;
  await deliverDue(
    portal,
    server.mailer,
    () => ORDERED,
    () => ++asked > 1,
  );
  expect(server.taken).toHaveLength(1);
});
