import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isBuilt } from './build.mjs';
import { filesBelow, fingerprint, isStamped, writeStamp } from './fingerprint.mjs';

let folder: string;
const digest = (...facts: string[]) => fingerprint(folder, filesBelow(folder), facts);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'accordo-fingerprint-'));
  mkdirSync(join(folder, 'b'));
  writeFileSync(join(folder, 'a.ts'), 'one');
  writeFileSync(join(folder, 'b', 'c.ts'), 'two');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('the same tree has the same fingerprint, wherever it lies', () => {
  const before = digest();
  expect(digest()).toBe(before);

  const moved = `${folder}-moved`;
  renameSync(folder, moved);
  folder = moved;
  expect(digest()).toBe(before);
});

test.each([
  [
    'changed',
    () => {
      writeFileSync(join(folder, 'a.ts'), 'uno');
    },
  ],
  [
    'added',
    () => {
      writeFileSync(join(folder, 'd.ts'), '');
    },
  ],
  [
    'removed',
    () => {
      rmSync(join(folder, 'a.ts'));
    },
  ],
  [
    'renamed',
    () => {
      renameSync(join(folder, 'a.ts'), join(folder, 'z.ts'));
    },
  ],
])('a file that is %s changes the fingerprint', (_what, change) => {
  const before = digest();
  change();
  expect(digest()).not.toBe(before);
});

test('text that moves from one file to the next changes the fingerprint', () => {
  const before = digest();
  writeFileSync(join(folder, 'a.ts'), 'onet');
  writeFileSync(join(folder, 'b', 'c.ts'), 'wo');
  expect(digest()).not.toBe(before);
});

test('another platform has another fingerprint', () => {
  expect(digest('linux', 'x64')).not.toBe(digest('linux', 'arm64'));
});

test('a stamp holds for its digest only, and a missing one for none', () => {
  const stamp = join(folder, 'made', 'stamp');
  expect(isStamped(stamp, 'abc')).toBe(false);
  writeStamp(stamp, 'abc');
  expect(isStamped(stamp, 'abc')).toBe(true);
  expect(isStamped(stamp, 'abd')).toBe(false);
});

test('tests are no part of a build', () => {
  expect(isBuilt('src/core/compute.ts')).toBe(true);
  expect(isBuilt('src/routes/+page.svelte')).toBe(true);
  expect(isBuilt('src/core/compute.test.ts')).toBe(false);
  expect(isBuilt('src/lib/ui/menu.svelte.test.ts')).toBe(false);
});
