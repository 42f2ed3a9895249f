import { createHash, randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { accordo } from '../../tests/cli/command-line.ts';
import { close } from '../lib/server/survey/campaigns.ts';
import { Refusal } from './refusal.ts';
import { surveyCommand } from './survey-command.ts';
import { MANAGER, openScene, type Scene } from './survey-scene.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

let scene: Scene;
let scratch: string;
/** The database while the survey was open, and after the close. */
let open: string;
let closed: string;

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'accordo-survey-audit-'));
  open = join(scratch, 'open');
  closed = join(scratch, 'closed');
  scene = await openScene();
  cpSync(scene.folder, open, { recursive: true });
  expect(await close(scene.portal, MANAGER, scene.campaign)).toEqual({ ok: true });
  cpSync(join(scene.folder, 'accordo.sqlite'), join(closed, 'accordo.sqlite'));
});
afterAll(() => {
  scene.remove();
  rmSync(scratch, { recursive: true, force: true });
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** What the command prints, or what it refuses with. */
async function audit(path: string): Promise<{ printed: string[]; refused: string[] }> {
  const printed: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed.push(...String(text).trimEnd().split('\n'));
    return true;
  });
  try {
    await surveyCommand(['audit', path]);
    return { printed, refused: [] };
  } catch (error) {
    if (error instanceof Refusal) return { printed, refused: [...error.lines] };
    throw error;
  }
}

let copies = 0;
/** A copy of the closed survey to which somebody with the file in hand has done something. */
function manipulated(work: (client: Database.Database) => void): string {
  const file = join(scratch, `copy-${++copies}.sqlite`);
  cpSync(join(closed, 'accordo.sqlite'), file);
  const client = new Database(file);
  work(client);
  client.close();
  return file;
}

const refusals = async (work: (client: Database.Database) => void) => {
  const { printed, refused } = await audit(manipulated(work));
  expect(printed).toEqual([]);
  for (const line of refused) expect(line).toMatch(/^sondaggio 2025 "Sondaggio di prova": \S/);
  return refused.map((line) => line.replace(/^.*?: /, ''));
};

test('a sound database passes, check by check, without any key', async () => {
  const { printed, refused } = await audit(closed);
  expect(refused).toEqual([]);
  expect(printed.map((line) => line.replace(/[0-9a-f]{64}/, '#'))).toEqual([
    'sondaggio 2025 "Sondaggio di prova": chiuso',
    '  chiavi: 2 impronte sono delle loro chiavi',
    '  firme: 14 voti su 14 firmati dalla chiave della loro direzione',
    '  gettoni: 14 voti, ciascuno con il suo gettone e sotto la sua impronta',
    '  risposte: 14 voti con otto risposte da 1 a 5',
    '  conti: 14 voti, non più delle 14 credenziali, non più dei 16 invitati',
    '  direzioni: in nessuna ci sono più voti che credenziali',
    '  distruzione: non resta nessun voto sigillato e nessuna chiave privata',
    '  risultato: ricalcolato, è quello congelato; impronta #',
  ]);
});

const NOT_RECORDED =
  'il risultato congelato non è quello che il registro delle operazioni ha annotato alla chiusura';

test('the command line says the same and ends with 0, and with 2 when something is wrong', async () => {
  const sound = await accordo(['survey', 'audit'], { env: { ACCORDO_DATA: closed } });
  expect([sound.code, sound.stderr]).toEqual([0, '']);
  expect(sound.stdout).toContain('14 voti su 14');
  const file = manipulated((client) => client.exec(`update campaign set result_digest = 'x'`));
  const unsound = await accordo(['survey', 'audit', file], {});
  expect([unsound.code, unsound.stdout]).toEqual([2, '']);
  expect(unsound.stderr).toBe(
    'sondaggio 2025 "Sondaggio di prova": il risultato congelato non ha l’impronta che fu registrata\n' +
      `sondaggio 2025 "Sondaggio di prova": ${NOT_RECORDED}\n`,
  );
});

test('an open survey is left for later', async () => {
  expect(await audit(open)).toEqual({
    printed: ['sondaggio 2025 "Sondaggio di prova": aperto, si verifica dopo la chiusura'],
    refused: [],
  });
});

const DIFFERS = 'il risultato ricalcolato dai voti non è quello congelato';
const anyVote = '(select token_digest from response limit 1)';

test('answers that were changed are found by the result', async () => {
  const changed = (client: Database.Database) =>
    client.exec(`update response set answers = '11111111' where answers <> '11111111'`);
  expect(await refusals(changed)).toEqual([DIFFERS]);
});

test('answers that two of one direction gave are found exchanged, though every figure stays the same', async () => {
  const exchanged = (client: Database.Database) => {
    const [one, other] = client
      .prepare(
        `select token_digest, answers from response where direction_id = 'north' group by answers order by answers limit 2`,
      )
      .all() as { token_digest: Buffer; answers: string }[];
    const give = client.prepare('update response set answers = ? where token_digest = ?');
    give.run(one!.answers, other!.token_digest);
    give.run(other!.answers, one!.token_digest);
  };
  expect(await refusals(exchanged)).toEqual([DIFFERS]);
});

test('answers that are none are found', async () => {
  const changed = (client: Database.Database) =>
    client.exec(`update response set answers = '1234567' where token_digest = ${anyVote}`);
  expect(await refusals(changed)).toEqual([
    expect.stringMatching(/^il voto [0-9a-f]{16}… non ha otto risposte da 1 a 5$/),
  ]);
});

test('a response that was added is found: nobody can sign it any more', async () => {
  const added = (client: Database.Database) => {
    const prepared = randomBytes(64);
    client
      .prepare(
        `insert into response select campaign_id, ?, direction_id, answers, ?, signature from response limit 1`,
      )
      .run(createHash('sha256').update('response').update(prepared.subarray(32)).digest(), prepared);
  };
  expect(await refusals(added)).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^il voto [0-9a-f]{16}… non è firmato dalla chiave della sua direzione$/),
      'in tutto ci sono 15 voti, 14 credenziali e 16 invitati',
    ]),
  );
});

test('a response that is there twice is found', async () => {
  const twice = (client: Database.Database) => {
    client
      .prepare(
        `insert into response select campaign_id, ?, direction_id, answers, prepared_message, signature from response limit 1`,
      )
      .run(randomBytes(32));
  };
  const found = await refusals(twice);
  expect(found.join('\n')).toMatch(/usa un gettone già usato/);
  expect(found.join('\n')).toMatch(/non sta sotto l’impronta del suo gettone/);
});

test('a response that was removed is found by the result', async () => {
  const removed = (client: Database.Database) =>
    client.exec(`delete from response where token_digest = ${anyVote}`);
  expect(await refusals(removed)).toEqual([DIFFERS]);
});

test('a response that was given to another direction is found', async () => {
  const moved = (client: Database.Database) =>
    client.exec(
      `update response set direction_id = 'south' where token_digest =
         (select token_digest from response where direction_id = 'north' limit 1)`,
    );
  expect(await refusals(moved)).toEqual([
    expect.stringMatching(/^il voto [0-9a-f]{16}… non è firmato dalla chiave della sua direzione$/),
    'nella direzione south ci sono 8 voti, 7 credenziali e 8 invitati',
  ]);
});

test('a result that was changed is found, with its digest or without', async () => {
  const change = (client: Database.Database, withDigest: boolean) => {
    const { result } = client.prepare('select result from campaign').get() as { result: string };
    const other = result.replace('"year":2025', '"year":2024');
    expect(other).not.toBe(result);
    client.prepare('update campaign set result = ?').run(other);
    const digest = createHash('sha256').update(other).digest('hex');
    if (withDigest) client.prepare('update campaign set result_digest = ?').run(digest);
  };
  expect(
    await refusals((client) => {
      change(client, false);
    }),
  ).toEqual(['il risultato congelato non ha l’impronta che fu registrata', DIFFERS]);
  expect(
    await refusals((client) => {
      change(client, true);
    }),
  ).toEqual([NOT_RECORDED, DIFFERS]);
  expect(await refusals((client) => client.exec(`update campaign set result = 'rubbish'`))).toEqual([
    'il risultato congelato non ha l’impronta che fu registrata',
    DIFFERS,
  ]);
  expect(
    await refusals((client) => client.exec('update campaign set result = null, result_digest = null')),
  ).toEqual(['manca il risultato congelato alla chiusura']);
});

test('a key that was changed is found', async () => {
  const changed = (client: Database.Database) =>
    client.exec(
      `update campaign_direction set public_key =
         (select public_key from campaign_direction where direction_id = 'south') where direction_id = 'north'`,
    );
  const found = await refusals(changed);
  expect(found[0]).toBe('l’impronta della direzione north non è quella della sua chiave');
  expect(found.filter((line) => line.includes('non è firmato'))).toHaveLength(7);
});

test('what should have been destroyed is found', async () => {
  const left = (client: Database.Database) => {
    client.exec(`update campaign_direction set private_key = 'key' where direction_id = 'north'`);
    client
      .prepare('insert into sealed_ballot select id, ?, ? from campaign')
      .run(randomBytes(32), randomBytes(32));
  };
  expect(await refusals(left)).toEqual([
    'restano 1 voti sigillati dopo la chiusura',
    'restano 1 chiavi private dopo la chiusura',
  ]);
});

test('a credential of somebody who is not invited is found', async () => {
  const given = (client: Database.Database) =>
    client.exec(`insert into credential select id, 'manager', 'digest' from campaign`);
  expect(await refusals(given)).toEqual(['1 credenziali sono di persone non invitate']);
});

test('what is no database of a portal is refused in words', async () => {
  const file = join(scratch, 'rubbish.sqlite');
  writeFileSync(file, 'rubbish '.repeat(1000));
  const empty = join(scratch, 'empty.sqlite');
  writeFileSync(empty, '');
  const folder = join(scratch, 'folder');
  mkdirSync(folder);
  for (const path of [file, empty, folder, join(scratch, 'nothing.sqlite')]) {
    const { printed, refused } = await audit(path);
    expect(printed).toEqual([]);
    expect(refused).toEqual([expect.stringMatching(/^dati: /)]);
  }
});

test.each([[], ['check'], ['audit', 'a', 'b']])('the call %j is refused', async (...args: string[]) => {
  await expect(surveyCommand(args)).rejects.toThrow(Refusal);
});
