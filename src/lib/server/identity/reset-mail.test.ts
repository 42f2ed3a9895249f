import { simpleParser } from 'mailparser';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Portal } from '../database/database.ts';
import { mailerOf, type Mailer } from '../mail/mail.ts';
import { openBoroughWithAccounts, patience, setRow, VISITOR } from './borough-accounts.ts';
import { reset } from './password-change.ts';
import { sendReset } from './reset-mail.ts';
import { withPassword } from './sign-in.ts';

const ORIGIN = 'https://accordo.comune.example';
const NEW_PASSWORD = 'sentiero-81-castagne';

let portal: Portal;
let closing: (() => unknown)[];
let lines: string[];

beforeEach(async () => {
  const opened = await openBoroughWithAccounts();
  ({ portal } = opened);
  closing = [opened.close];
  lines = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => {
    lines.push(String(line));
    return true;
  });
});
afterEach(async () => {
  vi.restoreAllMocks();
  for (const close of closing) await close();
});

/** A real mail server of this process, and what it has taken. */
async function mailServer(options: SMTPServerOptions = {}): Promise<{ mailer: Mailer; taken: string[] }> {
  const taken: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        taken.push(Buffer.concat(pieces).toString());
        done();
      });
    },
    ...options,
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      }),
  );
  return { mailer: mailerTo((server.server.address() as AddressInfo).port), taken };
}

const mailerTo = (port: number) =>
  mailerOf({
    ACCORDO_SMTP_URL: `smtp://portal:geheim@127.0.0.1:${port}`,
    ACCORDO_MAIL_FROM: 'accordo@comune.example',
  })!;

const anybody: SMTPServerOptions = {
  onAuth: (_auth, _session, done) => {
    done(null, { user: 'portal' });
  },
  allowInsecureAuth: true,
};

test('the mail holds the link, in plain text, and the link sets the password', async () => {
  const { mailer, taken } = await mailServer(anybody);
  await sendReset(portal, mailer, 'Emma', ORIGIN);
  expect([taken.length, lines]).toEqual([1, []]);
  const mail = await simpleParser(taken[0]!);
  expect(mail).toMatchObject({ subject: 'Accordo: nuova password', html: false });
  expect([mail.from?.text, mail.to && 'text' in mail.to ? mail.to.text : null]).toEqual([
    'accordo@comune.example',
    'emma@example.test',
  ]);
  const [, token] = /^https:\/\/accordo\.comune\.example\/accesso\/recupero\/([\w-]{43})$/m.exec(mail.text!)!;
  expect(await reset(portal, token!, NEW_PASSWORD)).toEqual({ ok: true });
  const signIn = await withPassword(portal, patience(), { login: 'emma', password: NEW_PASSWORD }, VISITOR);
  expect(signIn.ok).toBe(true);
});

test('nobody unknown and no disabled account gets a mail', async () => {
  const { mailer, taken } = await mailServer(anybody);
  await setRow(portal, 'carla', { disabled: true });
  for (const name of ['nobody', 'carla', 'nobody@example.test'])
    await sendReset(portal, mailer, name, ORIGIN);
  expect([taken, lines]).toEqual([[], []]);
});

/** One line that an operator can read, without whom it is about, the link, or the mail server's password. */
function expectOneLine(): void {
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^\{.*\}\n$/);
  expect(JSON.parse(lines[0]!)).toMatchObject({ level: 'error', route: '/accesso/recupero', status: 500 });
  expect(lines[0]).not.toMatch(/emma|recupero\/[\w-]|geheim|nuova password/i);
}

test('a mail server that is not there leaves one line, and the person learns nothing', async () => {
  const nobody = createServer();
  await new Promise<void>((resolve) => nobody.listen(0, '127.0.0.1', resolve));
  const { port } = nobody.address() as AddressInfo;
  await new Promise((resolve) => nobody.close(resolve));
  await sendReset(portal, mailerTo(port), 'emma', ORIGIN);
  expectOneLine();
  expect(lines[0]).toContain('ECONNREFUSED');
});

test.each<[string, SMTPServerOptions, RegExp]>([
  [
    'that refuses the recipient',
    {
      ...anybody,
      onRcptTo: ({ address }, _session, done) => {
        done(new Error(`no such mailbox: ${address}`));
      },
    },
    /EENVELOPE.*550/,
  ],
  [
    'that refuses the portal',
    {
      ...anybody,
      onAuth: ({ username, password }, _session, done) => {
        done(new Error(`${username} may not send with ${password}`));
      },
    },
    /EAUTH.*535/,
  ],
  [
    'that refuses the message',
    {
      ...anybody,
      onData: (stream, { envelope }, done) => {
        stream.resume();
        stream.on('end', () => {
          done(new Error(`not for ${JSON.stringify(envelope.rcptTo)}`));
        });
      },
    },
    /EMESSAGE.*450/,
  ],
])('a mail server %s leaves one line, without what it said', async (_which, options, says) => {
  const { mailer } = await mailServer(options);
  await sendReset(portal, mailer, 'emma', ORIGIN);
  expectOneLine();
  expect(lines[0]).toMatch(says);
});
