import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { daysLater, type IsoDate } from '#core/calendar/iso-date.ts';
import { demoBody } from '../../../example/organisation/demo-body.ts';
import type { ExampleDocument } from '../../../example/example-document.ts';
import { demoHistory, demoYear } from '../../../example/year/demo-year.ts';
import type { Records } from '../../../example/year/records.ts';
import { recorded } from '../audit/trail.ts';
import { today } from '../calendar/today.ts';
import { keepPhases } from '../cycles/deadlines.ts';
import type { PhaseId } from '../cycles/phases.ts';
import type { Portal, Reader, Writer } from '../database/database.ts';
import * as accounts from '../identity/account-store.ts';
import { newAccount } from '../identity/accounts.ts';
import type { AccountId } from '../identity/model.ts';
import { hashPassword } from '../identity/passwords.ts';
import { newTotpSecret, totpCodeAfter } from '../identity/totp.ts';
import { lastStepsOf } from '../identity/used-codes.ts';
import { begin, installationOf } from '../installation/installation.ts';
import { LISTS } from '../lists/catalogue.ts';
import { writeChanges } from '../lists/change.ts';
import { loadBody } from '../organisation/loading.ts';
import { grant } from '../permissions/store.ts';
import { SECOND_FACTOR_ROLES, type Role } from '../permissions/roles.ts';
import { openYearIn } from '../years/years.ts';
import * as store from './store.ts';

/** Written on the sign-in page: there is nothing to protect in the demo. */
export const DEMO_PASSWORD = 'violino-di-prova';

const YEAR = 2025;
const REGULATION = 'cremona-2025';

const EXAMPLE = join(process.env.ACCORDO_ROOT ?? '.', 'examples', 'cremona-2025.json');

/** Since when the roles of the demo are held. */
const BEGINNING = '2025-01-01' as IsoDate;

/** From and until how many days after the beginning of the demo each phase runs: sheets are in, computing is on. */
const PHASES: readonly (readonly [PhaseId, number, number])[] = [
  ['opening', -330, -300],
  ['objectives', -299, -230],
  ['monitoring', -160, -130],
  ['survey', -75, -45],
  ['sheets', -44, -4],
  ['computation', -3, 12],
  ['publication', 13, 40],
];

/** Makes an empty database the 2025 cycle of Cremona as a living body, with an account for each role. */
export async function beginDemo(portal: Portal): Promise<void> {
  const document = JSON.parse(await readFile(EXAMPLE, 'utf8')) as ExampleDocument;
  const body = demoBody(document);
  const years = new Map([...demoHistory(document, body), [YEAR, demoYear(document, body)]]);
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  await recorded(portal, 'accordo', async (write, record) => {
    await begin(portal, write, record, { mode: 'demo', entityName: 'Comune di Cremona' });
    await loadBody(write, body);
    const refused = await openYearIn(write, record, YEAR, REGULATION);
    if (refused) throw new Error(`the year of the demo was not opened: ${refused}`);
    await fillLists(write, years);
    const phases = PHASES.map(([phase, from, to]) => ({
      phase,
      startsOn: daysLater(today(), from),
      endsOn: daysLater(today(), to),
    }));
    await keepPhases(write, YEAR, phases);
    for (const { person, role } of body.grants) await grant(write, person, role, BEGINNING, null);
    for (const { login, person, role } of body.accounts) {
      const id = randomUUID() as string as AccountId;
      const totpSecret = SECOND_FACTOR_ROLES.has(role) ? portal.keys.seal('totp', newTotpSecret()) : null;
      const account = newAccount({ id, personId: person, login, passwordHash });
      await accounts.insert(write, [{ ...account, mustChangePassword: false, totpSecret }]);
      await store.add(write, { accountId: id, role });
      await record({ action: 'account.create', subject: { kind: 'person', id: person }, after: { login } });
    }
  });
}

/** List by list, each year of it, because indicators must be there before what is known of them. */
async function fillLists(write: Writer, years: ReadonlyMap<number, Records>): Promise<void> {
  const at = new Date();
  for (const definition of LISTS)
    for (const [year, records] of years) {
      const changes = (records.get(definition.id) ?? []).map((after) => ({ before: null, after }));
      if (changes.length === 0) continue;
      const [fault] = await writeChanges(write, definition, year, changes, { by: null, at, importId: null });
      if (fault) throw new Error(`the demo does not fit ${definition.id}: ${JSON.stringify(fault)}`);
    }
}

export interface DemoAccount {
  readonly login: string;
  readonly role: Role;
  readonly name: string;
}

/** The accounts to try the demo with, and their password; null in a real installation. */
export async function demoAccounts(
  db: Reader,
): Promise<{ readonly password: string; readonly accounts: readonly DemoAccount[] } | null> {
  if ((await installationOf(db))?.mode !== 'demo') return null;
  return { password: DEMO_PASSWORD, accounts: await store.list(db) };
}

/** The authenticator's next unused code for an account of the demo; null for any other. */
export async function demoCode(portal: Portal, id: AccountId): Promise<string | null> {
  if ((await installationOf(portal.read))?.mode !== 'demo') return null;
  if (!(await store.has(portal.read, id))) return null;
  const account = await accounts.byId(portal.read, id);
  const secret = account?.totpSecret ? portal.keys.unseal('totp', account.totpSecret) : null;
  return secret === null ? null : totpCodeAfter(secret, lastStepsOf(portal).get(id) ?? null, new Date());
}
