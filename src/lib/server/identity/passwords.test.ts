import { expect, test } from 'vitest';
import { hashPassword, isPassword, passwordWeakness } from './passwords.ts';

test('passwords are kept as Argon2id with OWASP’s parameters', async () => {
  expect(await hashPassword('corda vuota di la')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test('only the right password is the password', async () => {
  const hashed = await hashPassword('corda vuota di la');
  expect(await isPassword('corda vuota di la', hashed)).toBe(true);
  expect(await isPassword('corda vuota di re', hashed)).toBe(false);
});

test('a letter with an accent is the same however the keyboard composes it', async () => {
  expect(await isPassword('perche\u0301 no, davvero', await hashPassword('perch\u00e9 no, davvero'))).toBe(
    true,
  );
});

test('nobody gets in where there is no account, not even with the words that stand in for it', async () => {
  expect(await isPassword('nobody has this password', null)).toBe(false);
});

test.each([
  ['undici lett', 'tooShort'],
  ['x'.repeat(129), 'tooLong'],
  ['aaaaaaaaaaaaaa', 'guessable'],
  ['accordo-accordo', 'guessable'],
  ['Acero-password-1', 'guessable'],
  ['corda vuota di la', null],
  ['🎻🎵🎶🎼🎹🎸🎺🥁🎷🪕🪗🪘', null],
] as const)('of «%s» it says %s', (password, weakness) => {
  expect(passwordWeakness(password, ['m.acero', 'Acero'])).toBe(weakness);
});
