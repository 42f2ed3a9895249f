import { cpSync, existsSync, mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { accordo, type Ending } from '../../tests/cli/command-line.ts';
import { auditCommand } from './audit-command.ts';
import { initCommand } from './init-command.ts';
import { Refusal } from './refusal.ts';

// A process each, several at a time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const PASSWORD = 'giardino-42-nuvole';
const ANSWERS = {
  entityName: 'Comune di Prova',
  givenName: 'Zeno',
  familyName: 'Prova',
  mail: 'zeno@comune.example',
  login: 'Zeno',
  password: PASSWORD,
  again: PASSWORD,
};

let scratch: string;
/** A portal begun with `init`, and how that ended. */
let begun: string;
let beginning: Ending;
let folders = 0;

const newFolder = () => join(scratch, `portal-${++folders}`);
const answers = (given: Partial<typeof ANSWERS> = {}) =>
  `${Object.values({ ...ANSWERS, ...given }).join('\n')}\n`;
const init = (folder: string, input = answers()) =>
  accordo(['init'], { input, env: { ACCORDO_DATA: folder } });
const verify = (folder: string, more: string[] = []) =>
  accordo(['audit', 'verify', ...more], { env: { ACCORDO_DATA: folder } });

/** A copy of the portal that was begun, to do something to. */
function copy(): string {
  const folder = newFolder();
  cpSync(begun, folder, { recursive: true });
  return folder;
}

function inDatabase<Result>(folder: string, work: (client: Database.Database) => Result): Result {
  const client = new Database(join(folder, 'accordo.sqlite'));
  try {
    return work(client);
  } finally {
    client.close();
  }
}

const rows = (folder: string, table: string) =>
  inDatabase(folder, (client) => client.prepare(`select * from ${table}`).all());

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'accordo-cli-'));
  begun = newFolder();
  beginning = await init(begun);
});
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

function expectRefused({ code, stdout, stderr }: Ending, line: RegExp): void {
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(line);
  expect(stderr).not.toMatch(/ {4}at |"level"/);
  expect(stderr).not.toContain(PASSWORD);
}

/** A command in this process, where it needs no answers: why it is refused. */
async function refusalOf(
  folder: string,
  command: (args: readonly string[]) => Promise<void>,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  for (const [name, value] of Object.entries({ ACCORDO_DATA: folder, ...env })) vi.stubEnv(name, value);
  try {
    await command(args);
    return 'not refused';
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal);
    return [...(error as Refusal).lines].join('\n');
  } finally {
    vi.unstubAllEnvs();
  }
}

describe('accordo init', () => {
  test('begins a real and empty portal with one administrator', () => {
    expect(beginning).toMatchObject({ code: 0 });
    expect(beginning.stdout).toMatch(/^Fatto\..* accedere come Zeno/);
    expect(beginning.stderr).toContain('Nome dell’ente: ');
    expect(beginning.stdout + beginning.stderr).not.toContain(PASSWORD);
    expect(rows(begun, 'installation')).toMatchObject([{ mode: 'real', entity_name: 'Comune di Prova' }]);
    expect(rows(begun, 'account')).toMatchObject([{ login: 'zeno', must_change_password: 0, disabled: 0 }]);
    expect(rows(begun, 'role_grant')).toMatchObject([{ role: 'administrator', valid_to: null }]);
    expect(rows(begun, 'person')).toMatchObject([{ given_name: 'Zeno', mail: 'zeno@comune.example' }]);
    for (const table of ['unit', 'cycle_input', 'demo_account']) expect(rows(begun, table)).toEqual([]);
    const trail = rows(begun, 'audit_entry') as { actor: string; action: string }[];
    expect(trail.map(({ actor, action }) => `${actor}: ${action}`)).toEqual([
      'terminal: installation.begin',
      'terminal: person.add',
      'terminal: account.create',
    ]);
    expect(JSON.stringify(trail)).not.toMatch(/argon2|giardino/);
  });

  test.concurrent.each<[string, string, RegExp]>([
    ['two passwords', answers({ again: `${PASSWORD}x` }), /^password: le due non sono uguali$/m],
    ['too few answers', 'Comune di Prova\nZeno\n', /^risposte: finiscono prima delle domande/m],
  ])('refuses %s, and nothing is begun', async (_what, input, line) => {
    const folder = newFolder();
    expectRefused(await init(folder, input), line);
    for (const table of ['installation', 'person', 'account', 'audit_entry'])
      expect(rows(folder, table)).toEqual([]);
  });

  test('refuses a portal that has begun, or holds the example, without a question', async () => {
    const folder = copy();
    expect(await refusalOf(folder, initCommand, [])).toMatch(
      /^dati: questa installazione è già stata avviata/,
    );
    expect(rows(folder, 'audit_entry')).toHaveLength(3);
    inDatabase(folder, (client) => client.prepare("update installation set mode = 'demo'").run());
    expect(await refusalOf(folder, initCommand, [])).toMatch(
      /^dati: questa cartella contiene i dati di esempio/,
    );
  });

  test('refuses arguments, and a key that is not there or none', async () => {
    expect(await refusalOf(newFolder(), initCommand, ['--force'])).toMatch(/^init: non ha argomenti/);
    for (const [name, value] of [
      ['ACCORDO_KEY_FILE', '/nowhere/accordo.key'],
      ['ACCORDO_KEY', 'short'],
    ] as const)
      expect(await refusalOf(newFolder(), initCommand, [], { [name]: value })).toMatch(
        /^chiave: .*(\/nowhere\/accordo\.key|ACCORDO_KEY: )/,
      );
  });
});

describe('accordo audit verify', () => {
  const tamper = (sql: string) => {
    const folder = copy();
    inDatabase(folder, (client) => {
      client.exec('drop trigger audit_entry_stays; drop trigger audit_entry_remains');
      client.exec(sql);
    });
    return folder;
  };

  test.concurrent('finds a whole trail whole, and the entry that was noted in it', async () => {
    const entries = rows(begun, 'audit_entry') as { digest: string }[];
    const { digest } = entries.at(-1)!;
    expect(await verify(begun, ['--expect', digest])).toEqual({
      code: 0,
      stdout: `Registro integro: 3 registrazioni, ultima impronta ${digest}\n`,
      stderr: '',
    });
  });

  test.concurrent('finds an edited entry', async () => {
    const folder = tamper("update audit_entry set actor = 'emma' where sequence = 2");
    expectRefused(await verify(folder), /^registro: la registrazione 2 non è quella che fu scritta/);
  });

  test.each<[string, string, RegExp]>([
    ['a removed entry', 'delete from audit_entry where sequence = 2', /^registro: manca la registrazione 2$/],
    ['entries cut off at the end', 'delete from audit_entry where sequence = 3', /^registro: il numero/],
    ['an emptied trail', 'delete from audit_entry; delete from audit_head', /^registro: il numero/],
  ])('finds %s', async (_what, sql, line) => {
    expect(await refusalOf(tamper(sql), auditCommand, ['verify'])).toMatch(line);
  });

  test('misses the entry that was noted', async () => {
    expect(await refusalOf(copy(), auditCommand, ['verify', '--expect', 'another'])).toMatch(
      /^registro: .*impronta non c’è/,
    );
  });

  test('says in words that the key is another’s, or missing', async () => {
    const other = copy();
    writeFileSync(join(other, 'accordo.key'), `${Buffer.alloc(32, 7).toString('base64url')}\n`);
    expect(await refusalOf(other, auditCommand, ['verify'])).toMatch(
      /^chiave: La chiave non è quella di questa base dati/,
    );
    const lost = copy();
    unlinkSync(join(lost, 'accordo.key'));
    expect(await refusalOf(lost, auditCommand, ['verify'])).toMatch(/^chiave: .*accordo\.key/);
    expect(existsSync(join(lost, 'accordo.key'))).toBe(false);
    writeFileSync(join(lost, 'accordo.key'), 'rubbish');
    expect(await refusalOf(lost, auditCommand, ['verify'])).toMatch(/^chiave: .*accordo\.key/);
  });

  test('says that there is no portal where there is none, and makes none', async () => {
    const folder = newFolder();
    expect(await refusalOf(folder, auditCommand, ['verify'])).toMatch(/^dati: .*non c’è una base dati/);
    expect(existsSync(folder)).toBe(false);
  });

  test.each([
    [[]],
    [['check']],
    [['verify', 'all']],
    [['verify', '--expect']],
    [['verify', '--expect', 'x', 'y']],
  ])('is called otherwise: %j', async (args) => {
    expect(await refusalOf(begun, auditCommand, args)).toMatch(/^audit: si usa/);
  });
});
