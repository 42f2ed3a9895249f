import { createHash } from 'node:crypto';

/** Crockford's base 32: no letters that are mistaken for digits. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 4;
const GROUP_LENGTH = 4;

/**
 * The receipt of a vote, such as `7K2M-Q9XD-04TC-HB5E`: made from the token alone, so it proves that the vote was counted
 * and never how. 80 bits: no two voters get the same.
 */
export function receiptOf(token: Buffer): string {
  const digest = createHash('sha256').update('receipt').update(token).digest();
  const letters = Array.from({ length: GROUPS * GROUP_LENGTH }, (_, at) => ALPHABET.charAt(digest[at]! & 31));
  return letters.join('').replace(/.{4}(?!$)/g, '$&-');
}

/** What the table of responses is kept under. */
export function tokenDigest(token: Buffer): Buffer {
  return createHash('sha256').update('response').update(token).digest();
}
