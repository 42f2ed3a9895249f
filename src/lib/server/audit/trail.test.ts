import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openPortal, type Portal } from '../database/database.ts';
import type { PersonId } from '../organisation/model.ts';
import { page, recorded, verify, type Change } from './trail.ts';

const anna = 'p1' as PersonId;
const bruno = 'p2' as PersonId;

let folder: string;
let portal: Portal;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'accordo-audit-'));
  portal = openPortal(folder);
});

afterEach(() => {
  portal.close();
  rmSync(folder, { recursive: true, force: true });
});

const change = (about: PersonId, at = 0): Change => ({
  action: 'person.rename',
  subject: { kind: 'person', id: about },
  before: { familyName: `Rossi ${at}` },
  after: { familyName: `Verdi ${at}` },
});

const record = (about: PersonId, by: PersonId = anna, at = 0) =>
  recorded(portal, by, (_write, record) => record(change(about, at)));

const found = async () => (await verify(portal.read, portal.keys)).fault;

/** As somebody would who holds the file and knows SQL, but not the key. */
function tamper(sql: string, ...values: unknown[]): void {
  const client = new Database(join(folder, 'accordo.sqlite'));
  client.exec('DROP TRIGGER IF EXISTS audit_entry_stays; DROP TRIGGER IF EXISTS audit_entry_remains');
  client.prepare(sql).run(...values);
  client.close();
}

test('what was done is told with who did it, the latest first', async () => {
  await record(bruno, anna, 1);
  await record(anna, bruno, 2);
  const { entries, older } = await page(portal.read, { before: null, subject: null, person: null });
  expect(entries.map(({ sequence, actor, subjectId }) => [sequence, actor, subjectId])).toEqual([
    [2, bruno, anna],
    [1, anna, bruno],
  ]);
  expect(JSON.parse(entries[1]!.after!)).toEqual({ familyName: 'Verdi 1' });
  expect(older).toBeNull();
});

test('what fails leaves no trace, and the trail stays whole', async () => {
  await record(bruno);
  const failing = recorded(portal, anna, async (_write, record) => {
    await record(change(bruno));
    throw new Error('on purpose');
  });
  await expect(failing).rejects.toThrow('on purpose');
  expect(await verify(portal.read, portal.keys)).toMatchObject({ fault: null, count: 1 });
});

test('fifty entries make a page', async () => {
  for (let at = 0; at < 51; at++) await record(bruno, anna, at);
  const first = await page(portal.read, { before: null, subject: null, person: null });
  expect(first.entries).toHaveLength(50);
  const second = await page(portal.read, { before: first.older, subject: null, person: null });
  expect(second).toMatchObject({ entries: [{ sequence: 1 }], older: null });
});

test('a person sees what the person did and what was done to the own record', async () => {
  const carla = 'p3' as PersonId;
  await record(bruno, anna);
  await record(anna, carla);
  await record(carla, carla);
  const of = async (person: PersonId) =>
    (await page(portal.read, { before: null, subject: null, person })).entries.map(
      ({ sequence }) => sequence,
    );
  expect(await of(anna)).toEqual([2, 1]);
  expect(await of(bruno)).toEqual([1]);
});

test('the database itself refuses to change or remove an entry', async () => {
  await record(bruno);
  const client = new Database(join(folder, 'accordo.sqlite'));
  expect(() => client.prepare("UPDATE audit_entry SET actor = 'p9'").run()).toThrow('append-only');
  expect(() => client.prepare('DELETE FROM audit_entry').run()).toThrow('append-only');
  client.close();
});

describe('verification finds', () => {
  beforeEach(async () => {
    for (let at = 1; at <= 5; at++) await record(bruno, anna, at);
  });

  test('nothing where nothing happened', async () => {
    expect(await verify(portal.read, portal.keys)).toMatchObject({ fault: null, count: 5 });
  });

  test('any edited field of any entry', async () => {
    const fields = ['at', 'actor', 'action', 'subject_kind', 'subject_id', '"before"', 'after', 'digest'];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...fields),
        fc.integer({ min: 1, max: 5 }),
        async (field, sequence) => {
          const client = new Database(join(folder, 'accordo.sqlite'));
          const was: unknown = client
            .prepare(`SELECT ${field} FROM audit_entry WHERE sequence = ?`)
            .pluck()
            .get(sequence);
          client.close();
          const set = `UPDATE audit_entry SET ${field} = ? WHERE sequence = ?`;
          tamper(set, `${String(was)}x`, sequence);
          expect(await found()).toEqual({ code: 'changed', sequence });
          tamper(set, was, sequence);
          expect(await found()).toBeNull();
        },
      ),
      { numRuns: 60 },
    );
  });

  test.each([1, 3])('entry %i removed', async (sequence) => {
    tamper('DELETE FROM audit_entry WHERE sequence = ?', sequence);
    expect(await found()).toEqual({ code: 'missing', sequence });
  });

  test('the last entries cut off, even with the number of entries set to fit', async () => {
    tamper('DELETE FROM audit_entry WHERE sequence > 3');
    expect(await found()).toEqual({ code: 'head' });
    tamper('UPDATE audit_head SET count = 3');
    expect(await found()).toEqual({ code: 'head' });
  });

  test('entries removed and the rest numbered anew', async () => {
    tamper('DELETE FROM audit_entry WHERE sequence = 2');
    tamper('UPDATE audit_entry SET sequence = sequence - 1 WHERE sequence > 2');
    expect(await found()).toEqual({ code: 'changed', sequence: 2 });
  });

  test('two entries in each other’s place', async () => {
    tamper('UPDATE audit_entry SET sequence = -2 WHERE sequence = 2');
    tamper('UPDATE audit_entry SET sequence = 2 WHERE sequence = 3');
    tamper('UPDATE audit_entry SET sequence = 3 WHERE sequence = -2');
    expect(await found()).toEqual({ code: 'changed', sequence: 2 });
  });

  test('an entry made up at the end', async () => {
    tamper(
      'INSERT INTO audit_entry SELECT 6, at, actor, action, subject_kind, subject_id, "before", after, digest FROM audit_entry WHERE sequence = 5',
    );
    expect(await found()).toEqual({ code: 'changed', sequence: 6 });
  });

  test('the whole trail emptied, with and without its seal', async () => {
    tamper('DELETE FROM audit_entry');
    expect(await found()).toEqual({ code: 'head' });
    tamper('DELETE FROM audit_head');
    expect(await found()).toEqual({ code: 'head' });
  });

  test('an older state put back, by a digest that was kept outside', async () => {
    const older = join(folder, 'older.sqlite');
    const client = new Database(join(folder, 'accordo.sqlite'));
    client.prepare('VACUUM INTO ?').run(older);
    client.close();
    await record(bruno, anna, 6);
    const { digest } = await verify(portal.read, portal.keys);
    expect((await verify(portal.read, portal.keys, digest)).fault).toBeNull();

    portal.close();
    for (const ending of ['', '-wal', '-shm'])
      rmSync(join(folder, `accordo.sqlite${ending}`), { force: true });
    renameSync(older, join(folder, 'accordo.sqlite'));
    portal = openPortal(folder);
    expect(await found()).toBeNull();
    expect((await verify(portal.read, portal.keys, digest)).fault).toEqual({ code: 'known' });
  });
});
