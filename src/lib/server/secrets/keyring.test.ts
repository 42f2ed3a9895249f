import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { KeyFault, keyringOf, openKeyring } from './keyring.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'accordo-keys-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const key = () => randomBytes(32);

test('what was sealed opens with the same key for the same purpose, and with nothing else', () => {
  const own = key();
  const sealed = keyringOf(own).seal('totp', 'è un segreto');
  expect(keyringOf(own).unseal('totp', sealed)).toBe('è un segreto');
  expect(keyringOf(own).unseal('provider', sealed)).toBeNull();
  expect(keyringOf(key()).unseal('totp', sealed)).toBeNull();
});

test('a sealed text that was changed or cut does not open', () => {
  const ring = keyringOf(key());
  const bytes = Buffer.from(ring.seal('totp', 'abc'), 'base64url');
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes);
    changed[at]! ^= 1;
    expect(ring.unseal('totp', changed.toString('base64url'))).toBeNull();
    expect(ring.unseal('totp', bytes.subarray(0, at).toString('base64url'))).toBeNull();
  }
});

test('the same text is sealed differently each time, and has one digest', () => {
  const ring = keyringOf(key());
  expect(ring.seal('totp', 'a')).not.toBe(ring.seal('totp', 'a'));
  expect(ring.mac('audit', 'a')).toBe(ring.mac('audit', 'a'));
  expect(ring.mac('audit', 'a')).not.toBe(ring.mac('totp', 'a'));
});

test('a new portal makes its key, readable by its owner only, and finds it again', () => {
  const sealed = openKeyring(folder, true, {}).seal('totp', 'a');
  expect(statSync(join(folder, 'accordo.key')).mode & 0o077).toBe(0);
  expect(openKeyring(folder, true, {}).unseal('totp', sealed)).toBe('a');
});

test('beside a database that is there no key is made: the right one is missed', () => {
  expect(() => openKeyring(folder, false, {})).toThrow(KeyFault);
  expect(readdirSync(folder)).toEqual([]);
});

test('a key from the environment or from a named file comes first', () => {
  const sealed = openKeyring(folder, true, {}).seal('totp', 'a');
  const file = join(folder, 'accordo.key');
  const named = [{ ACCORDO_KEY: readFileSync(file, 'utf8') }, { ACCORDO_KEY_FILE: file }];
  for (const env of named) expect(openKeyring('/nowhere', true, env).unseal('totp', sealed)).toBe('a');
});

test('a named key that is none is refused, and the message does not repeat it', () => {
  expect(() => openKeyring(folder, true, { ACCORDO_KEY: 'too-short' })).toThrow(/^ACCORDO_KEY: not a key/);
  expect(() => openKeyring(folder, true, { ACCORDO_KEY_FILE: join(folder, 'missing') })).toThrow(/ENOENT/);
});
