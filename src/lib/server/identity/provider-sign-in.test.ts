import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Portal } from '../database/database.ts';
import { changePerson } from '../organisation/people/people.ts';
import { person } from '../organisation/small-town.ts';
import { openBoroughWithAccounts, setRow, trailOf } from './borough-accounts.ts';
import { withProvider } from './provider-sign-in.ts';
import type { ProvidedIdentity } from './provider/sign-in.ts';
import { signedIn } from './signed-in.ts';

const ISSUER = 'https://identita.comune.example';
const EMMA = 'MMAPRV80A41D150X';
const EMILIO = 'MLIPRV80A01D150Y';
const unknown = { ok: false, reason: 'unknown' };

let portal: Portal;
let close: () => void;

beforeEach(async () => {
  ({ portal, close } = await openBoroughWithAccounts());
  await particulars('emma', { taxCode: EMMA });
  await particulars('emilio', { taxCode: EMILIO });
});
afterEach(() => {
  close();
});

/** The mail is the id at example.test where nothing else is said. */
const particulars = (who: string, given: { mail?: string | null; taxCode?: string | null }) =>
  portal.transaction((write) =>
    changePerson(write, person(who), {
      ...{
        givenName: who,
        familyName: 'Prova',
        mail: `${who}@example.test`,
        taxCode: null,
        staffNumber: null,
      },
      ...given,
    }),
  );

const identity = (subject: string, given: Partial<ProvidedIdentity> = {}): ProvidedIdentity => ({
  ...{ issuer: ISSUER, subject, taxCode: null, mail: null, secondFactor: false },
  ...given,
});

/** Who is signed in by what the provider says; null: nobody. */
async function signIn(subject: string, given: Partial<ProvidedIdentity> = {}): Promise<string | null> {
  const answer = await withProvider(portal, identity(subject, given), 'Firefox');
  if (!answer.ok) {
    expect(answer).toEqual(unknown);
    return null;
  }
  const { session } = (await signedIn(portal, answer.token))!;
  expect(session.method).toBe('provider');
  return session.person;
}

const ties = () =>
  portal.read.all<{ subject: string; account_id: string }>(
    sql`select subject, account_id from external_identity order by subject`,
  );

describe('at the first sign-in', () => {
  test('the tax code tells who it is, in capitals or not', async () => {
    expect(await signIn('s1', { taxCode: EMMA.toLowerCase() })).toBe('emma');
    expect(trailOf(portal)).toEqual([
      {
        ...{ actor: 'emma', action: 'account.provider.tie', subject: 'emma', before: null },
        after: { issuer: ISSUER, by: 'taxCode' },
      },
    ]);
  });

  test('the mail tells where there is no tax code', async () => {
    expect(await signIn('s1', { mail: 'Emma@Example.test' })).toBe('emma');
    expect(trailOf(portal)).toMatchObject([{ after: { by: 'mail' } }]);
  });

  test('the tax code counts before the mail', async () => {
    expect(await signIn('s1', { taxCode: EMMA, mail: 'emilio@example.test' })).toBe('emma');
  });

  test('the mail counts where the portal knows no tax code', async () => {
    expect(await signIn('s1', { taxCode: 'FLVPRV80A41D150Z', mail: 'flavia@example.test' })).toBe('flavia');
  });

  test('a mail of somebody with another tax code is somebody else’s', async () => {
    expect(await signIn('s1', { taxCode: 'QQQPRV80A41D150Z', mail: 'emma@example.test' })).toBeNull();
    expect(ties()).toEqual([]);
  });

  test('two requests at the same time are one tie and two sessions', async () => {
    const both = await Promise.all([1, 2].map(() => signIn('s1', { taxCode: EMMA })));
    expect(both).toEqual(['emma', 'emma']);
    expect(ties()).toHaveLength(1);
    expect(trailOf(portal)).toHaveLength(1);
  });

  test('who is unknown, or tells nothing, is refused and leaves nothing', async () => {
    for (const given of [{}, { mail: 'nobody@example.test' }, { taxCode: 'XXXXXX00X00X000X' }, { mail: '' }])
      expect(await signIn('s1', given)).toBeNull();
    expect([ties(), trailOf(portal)]).toEqual([[], []]);
  });

  test('a disabled account is refused, not tied, and not looked past', async () => {
    await setRow(portal, 'emma', { disabled: true });
    expect(await signIn('s1', { taxCode: EMMA, mail: 'emilio@example.test' })).toBeNull();
    expect(ties()).toEqual([]);
  });
});

describe('afterwards', () => {
  test('the provider’s name for the person alone counts, whatever else it says', async () => {
    await signIn('s1', { taxCode: EMMA });
    expect(await signIn('s1')).toBe('emma');
    expect(await signIn('s1', { taxCode: EMILIO, mail: 'emilio@example.test' })).toBe('emma');
    expect(ties()).toHaveLength(1);
  });

  test('a mail that was given to somebody else opens nothing of its first holder', async () => {
    await signIn('s1', { mail: 'emma@example.test' });
    expect(await signIn('s2', { mail: 'emma@example.test' })).toBeNull();
    expect(await signIn('s1', { mail: 'married@example.test' })).toBe('emma');
  });

  test('an account tied to one name of the issuer is not taken over by another, not even by tax code', async () => {
    await signIn('s1', { taxCode: EMMA });
    expect(await signIn('s2', { taxCode: EMMA })).toBeNull();
    expect(ties()).toMatchObject([{ subject: 's1' }]);
  });

  test('the same name of another issuer is another person', async () => {
    await signIn('s1', { taxCode: EMMA });
    expect(await signIn('s1', { issuer: 'https://altrove.example' })).toBeNull();
    expect(await signIn('s1', { issuer: 'https://altrove.example', taxCode: EMILIO })).toBe('emilio');
    expect(await signIn('s1')).toBe('emma');
  });

  test('an account that was disabled since is refused', async () => {
    await signIn('s1', { taxCode: EMMA });
    await setRow(portal, 'emma', { disabled: true });
    expect(await signIn('s1', { taxCode: EMMA })).toBeNull();
  });
});

test('a role that needs a second factor takes the provider’s, or asks for the portal’s own', async () => {
  const stage = async (secondFactor: boolean) => {
    const answer = await withProvider(
      portal,
      identity('s9', { mail: 'nora@example.test', secondFactor }),
      '',
    );
    return answer.ok ? answer.stage : null;
  };
  expect([await stage(true), await stage(false)]).toEqual(['open', 'secondFactorSetup']);
});
