import { expect, test } from 'vitest';
import { newTotpSecret, totpAddress, totpCode, totpStep } from './totp.ts';

/** RFC 6238, appendix B, with six digits: the secret «12345678901234567890». */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const at = (seconds: number) => new Date(seconds * 1000);

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
])('at %i seconds the code of the RFC is right', (seconds, code) => {
  expect(totpCode(secret, at(seconds))).toBe(code);
  expect(totpStep(secret, code, null, at(seconds))).toBe(Math.floor(seconds / 30));
});

test('a clock half a minute off is right, a minute off is wrong', () => {
  const code = totpCode(secret, at(1_000_000_020));
  expect(totpStep(secret, code, null, at(1_000_000_050))).not.toBeNull();
  expect(totpStep(secret, code, null, at(1_000_000_020 - 30))).not.toBeNull();
  expect(totpStep(secret, code, null, at(1_000_000_080))).toBeNull();
});

test('a code counts once, and an older one not after it', () => {
  const now = at(1_000_000_020);
  const step = totpStep(secret, totpCode(secret, now), null, now)!;
  expect(totpStep(secret, totpCode(secret, now), step, now)).toBeNull();
  expect(totpStep(secret, totpCode(secret, at(1_000_000_020 - 30)), step, now)).toBeNull();
  expect(totpStep(secret, totpCode(secret, at(1_000_000_050)), step, now)).toBe(step + 1);
});

test.each(['', '12345', '1234567', 'abcdef', '２８７０８２'])('«%s» is no code', (code) => {
  expect(totpStep(secret, code, null, at(59))).toBeNull();
});

test('secrets differ, and the address for the QR code names the portal and the login', () => {
  expect(newTotpSecret()).not.toBe(newTotpSecret());
  expect(totpAddress(secret, 'anna')).toContain('otpauth://totp/Accordo:anna?');
});
