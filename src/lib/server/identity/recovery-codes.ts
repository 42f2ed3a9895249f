import { randomInt } from 'node:crypto';
import type { Keyring } from '../secrets/keyring.ts';
import type { AccountId } from './model.ts';

/** Without letters and digits that are mistaken for each other on paper: 31¹² codes are out of anybody's reach. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 3;
const GROUP_LENGTH = 4;
const CODES = 10;

/** Ten new codes, such as `k7wq-3mzx-p9ab`. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: CODES }, () => Array.from({ length: GROUPS }, group).join('-'));
}

function group(): string {
  return Array.from({ length: GROUP_LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
}

/** What the database keeps of a code: with a key outside of it, so that no codes can be tried on a copy. */
export function recoveryCodeDigest(keys: Keyring, account: AccountId, code: string): string {
  const letters = code.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  return keys.mac('recoveryCode', JSON.stringify([account, letters]));
}
