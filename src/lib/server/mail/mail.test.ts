import { expect, test } from 'vitest';
import { mailerOf } from './mail.ts';

const URL = 'smtps://portal:geheim@mail.example:465';
const FROM = 'accordo@comune.example';

test('a portal without a mail server has none', () => {
  expect(mailerOf({})).toBeNull();
  expect(mailerOf({ ACCORDO_SMTP_URL: '', ACCORDO_MAIL_FROM: '' })).toBeNull();
});

test('a whole configuration makes one, before anybody is asked for', () => {
  expect(mailerOf({ ACCORDO_SMTP_URL: URL, ACCORDO_MAIL_FROM: FROM })).not.toBeNull();
});

test.each([
  ['ACCORDO_MAIL_FROM', { ACCORDO_SMTP_URL: URL }],
  ['ACCORDO_MAIL_FROM', { ACCORDO_SMTP_URL: URL, ACCORDO_MAIL_FROM: '' }],
  ['ACCORDO_MAIL_FROM', { ACCORDO_SMTP_URL: URL, ACCORDO_MAIL_FROM: 'geheim' }],
  ['ACCORDO_SMTP_URL', { ACCORDO_MAIL_FROM: FROM }],
  ['ACCORDO_SMTP_URL', { ACCORDO_SMTP_URL: '', ACCORDO_MAIL_FROM: FROM }],
  ['ACCORDO_SMTP_URL', { ACCORDO_SMTP_URL: 'https://portal:geheim@mail.example', ACCORDO_MAIL_FROM: FROM }],
  ['ACCORDO_SMTP_URL', { ACCORDO_SMTP_URL: 'mail.example:25', ACCORDO_MAIL_FROM: FROM }],
])('half a configuration names %s and tells no password', (name, env) => {
  expect(() => mailerOf(env)).toThrow(name);
  expect(() => mailerOf(env)).not.toThrow('geheim');
});
