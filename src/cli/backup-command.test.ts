import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  cpSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { accordo, type Ending } from '../../tests/cli/command-line.ts';
import { openPortal } from '../lib/server/database/database.ts';
import { verify } from '../lib/server/audit/trail.ts';
import * as ballots from '../lib/server/survey/ballot-store.ts';
import { close } from '../lib/server/survey/campaigns.ts';
import { openCampaign } from '../lib/server/survey/open-campaign.ts';
import { MANAGER, openScene, type Scene } from './survey-scene.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

let scene: Scene;
let scratch: string;
let target: string;
let targets = 0;

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'accordo-backup-'));
  scene = await openScene();
});
afterAll(() => {
  scene.remove();
  rmSync(scratch, { recursive: true, force: true });
});
beforeEach(() => {
  const folder = join(scratch, String(++targets));
  mkdirSync(folder);
  target = join(folder, 'copy.sqlite');
});

const backup = (file = target, folder = scene.folder): Promise<Ending> =>
  accordo(['backup', file], { env: { ACCORDO_DATA: folder } });

test('of a portal that runs, with an open survey: whole, for nobody else to read, and alone', async () => {
  const { code, stdout, stderr } = await backup();
  expect([code, stderr]).toEqual([0, '']);
  expect(readdirSync(join(target, '..'))).toEqual(['copy.sqlite']);
  expect(statSync(target).mode & 0o777).toBe(0o600);
  expect(stdout).toContain(`Copia fatta e verificata: ${target}`);
  expect(stdout).toContain('accordo.key');
  expect(stdout).toContain('il sondaggio va rifatto');
  const client = new Database(target, { readonly: true });
  expect(client.prepare('select count(*) as n from sealed_ballot').get()).toEqual({ n: 14 });
  client.close();
});

test('taken while a survey is open it holds no readable answers and no keys', async () => {
  await backup();
  const bytes = readFileSync(target);
  for (const answers of scene.answers) expect(bytes.includes(answers)).toBe(false);
  const master = readFileSync(join(scene.folder, 'accordo.key'), 'utf8').trim();
  const key = readFileSync(join(scene.folder, `survey-${scene.campaign}.key`));
  for (const secret of [master, key, Buffer.from(master, 'base64url')])
    expect(bytes.includes(secret)).toBe(false);
});

test('it is byte for byte the same, in whatever order the votes came', async () => {
  const copies = await Promise.all(
    ['forwards', 'backwards'].map(async (order) => {
      const folder = join(scratch, order);
      mkdirSync(folder);
      cpSync(join(scene.folder, 'accordo.sqlite'), join(folder, 'accordo.sqlite'));
      cpSync(join(scene.folder, 'accordo.sqlite-wal'), join(folder, 'accordo.sqlite-wal'));
      const client = new Database(join(folder, 'accordo.sqlite'));
      const votes = client.prepare('select * from sealed_ballot').raw().all();
      expect(votes).toHaveLength(14);
      client.exec('delete from sealed_ballot');
      const insert = client.prepare('insert into sealed_ballot values (?, ?, ?)');
      for (const vote of order === 'forwards' ? votes : votes.toReversed()) insert.run(vote);
      client.close();
      const copy = join(folder, 'copy.sqlite');
      expect(await backup(copy, folder)).toMatchObject({ code: 0 });
      return readFileSync(copy);
    }),
  );
  expect(copies[0]!.equals(copies[1]!)).toBe(true);
});

test('put back without the campaign’s key, its votes cannot be read', async () => {
  await backup();
  const folder = join(scratch, 'restored-open');
  mkdirSync(folder);
  cpSync(target, join(folder, 'accordo.sqlite'));
  cpSync(join(scene.folder, 'accordo.key'), join(folder, 'accordo.key'));
  const portal = openPortal(folder);
  expect(await ballots.sealedCount(portal.read, scene.campaign)).toBe(14);
  await expect(openCampaign(portal, scene.campaign)).rejects.toThrow('key');
  portal.close();
});

test('nothing is overwritten', async () => {
  writeFileSync(target, 'mine');
  const { code, stdout, stderr } = await backup();
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/^backup: .*esiste già/);
  expect(readFileSync(target, 'utf8')).toBe('mine');
  expect(readdirSync(join(target, '..'))).toEqual(['copy.sqlite']);
});

test('where nothing can be written, or nothing is there to copy, it says so', async () => {
  const missing = await backup(join(scratch, 'no', 'such', 'folder.sqlite'));
  expect([missing.code, missing.stdout]).toEqual([2, '']);
  expect(missing.stderr).toMatch(/^backup: .*non si può scrivere/);
  const empty = join(scratch, 'empty');
  mkdirSync(empty);
  const nothing = await backup(target, empty);
  expect([nothing.code, nothing.stderr]).toEqual([2, expect.stringMatching(/^dati: /)]);
  expect(readdirSync(empty)).toEqual([]);
  expect(readdirSync(join(target, '..'))).toEqual([]);
});

test('after the close, a copy that is put back opens, and trail and survey verify', async () => {
  expect(await close(scene.portal, MANAGER, scene.campaign)).toEqual({ ok: true });
  const { stdout } = await backup();
  expect(stdout).not.toContain('Un sondaggio è aperto');
  const audit = await accordo(['survey', 'audit', target], {});
  expect([audit.code, audit.stderr]).toEqual([0, '']);
  expect(audit.stdout).toContain('14 voti su 14');
  const folder = join(scratch, 'restored');
  mkdirSync(folder);
  cpSync(target, join(folder, 'accordo.sqlite'));
  cpSync(join(scene.folder, 'accordo.key'), join(folder, 'accordo.key'));
  const portal = openPortal(folder);
  expect(await verify(portal.read, portal.keys)).toMatchObject({ fault: null, count: 3 });
  expect(await ballots.answers(portal.read, scene.campaign)).toHaveLength(14);
  portal.close();
});
