import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { recorded } from '../audit/trail.ts';
import { today } from '../calendar/today.ts';
import type { Portal, Reader } from '../database/database.ts';
import { insert } from '../identity/account-store.ts';
import { isLogin, newAccount } from '../identity/accounts.ts';
import { normalLogin } from '../identity/login.ts';
import type { AccountId } from '../identity/model.ts';
import { hashPassword, passwordWeakness, type PasswordWeakness } from '../identity/passwords.ts';
import { addPerson } from '../organisation/people/people.ts';
import { grant } from '../permissions/store.ts';
import { begin, installationOf } from './installation.ts';

export interface FirstAdministrator {
  readonly givenName: string;
  readonly familyName: string;
  readonly mail: string | null;
  readonly login: string;
  readonly password: string;
}

export type RealFault = 'isDemo' | 'begun' | 'nameMissing' | 'loginOdd' | 'mailOdd' | PasswordWeakness;

/** Why a real installation cannot begin in this database; null: it can. */
export function hindrance(portal: Portal): Promise<'isDemo' | 'begun' | null> {
  return hindranceIn(portal.read);
}

async function hindranceIn(db: Reader): Promise<'isDemo' | 'begun' | null> {
  const begun = await installationOf(db);
  return begun === null ? null : begun.mode === 'demo' ? 'isDemo' : 'begun';
}

/** Begins the portal of a real body: empty, with one administrator, who signs in and makes the other accounts. */
export async function beginReal(
  portal: Portal,
  entityName: string,
  administrator: FirstAdministrator,
): Promise<RealFault | null> {
  const hindered = await hindrance(portal);
  if (hindered) return hindered;
  const { givenName, familyName, password } = administrator;
  const mail = administrator.mail?.trim() ?? null;
  const login = normalLogin(administrator.login);
  if (!isLogin(login)) return 'loginOdd';
  const weakness = passwordWeakness(password, [login, givenName, familyName]);
  if (weakness) return weakness;
  if (entityName.trim() === '') return 'nameMissing';
  if (mail !== null && !z.email().safeParse(mail).success) return 'mailOdd';
  const passwordHash = await hashPassword(password);
  return recorded(portal, 'terminal', async (write, record) => {
    // Somebody may have started the portal while the questions were answered.
    const hinderedMeanwhile = await hindranceIn(write);
    if (hinderedMeanwhile) return hinderedMeanwhile;
    const added = await addPerson(write, { givenName, familyName, mail, taxCode: null, staffNumber: null });
    if (!added.ok) return added.fault.code === 'nameMissing' ? 'nameMissing' : 'mailOdd';
    await begin(portal, write, record, { mode: 'real', entityName: entityName.trim() });
    await record(added.change);
    const id = randomUUID() as string as AccountId;
    const account = newAccount({ id, personId: added.person, login, passwordHash });
    await insert(write, [{ ...account, mustChangePassword: false }]);
    await grant(write, added.person, 'administrator', today(), null);
    await record({
      action: 'account.create',
      subject: { kind: 'person', id: added.person },
      after: { login, roles: ['administrator'] },
    });
    return null;
  });
}
