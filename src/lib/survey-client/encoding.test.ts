import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase64url, sha256, spaced, toBase64url } from './encoding.ts';

test('bytes are written as the server writes them, and read back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      expect(toBase64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
      expect(fromBase64url(toBase64url(bytes))).toEqual(Uint8Array.from(bytes));
    }),
  );
});

test('a fingerprint is the SHA-256 in hexadecimal, read out in groups of four', async () => {
  const digest = await sha256(new Uint8Array());
  expect(digest).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(spaced(digest)).toMatch(/^e3b0 c442 .* b855$/);
});
