import { recorded } from '../audit/trail.ts';
import type { Portal, Reader } from '../database/database.ts';
import * as accounts from './account-store.ts';
import type { SessionStage } from './model.ts';
import { normalLogin } from './login.ts';
import type { ProvidedIdentity } from './provider/sign-in.ts';
import { open } from './sign-in.ts';

export type ProviderSignIn =
  | { readonly ok: true; readonly token: string; readonly stage: SessionStage }
  /** The provider knows the person, the portal has no account in use for them. */
  | { readonly ok: false; readonly reason: 'unknown' };

/**
 * Signs in whom the body's identity provider vouches for. The first time the account is found by tax code, else by
 * mail, and tied to the provider's name for the person; from then on that name alone counts, so that a mail given to
 * somebody else opens nothing. Nor does it before, where both sides know the tax code.
 */
export async function withProvider(
  portal: Portal,
  identity: ProvidedIdentity,
  device: string,
): Promise<ProviderSignIn> {
  const { issuer, subject, secondFactor } = identity;
  const tied = await accounts.byExternalIdentity(portal.read, issuer, subject);
  const account = tied ?? (await match(portal, identity));
  if (account === null || account.disabled) return { ok: false, reason: 'unknown' };
  return { ok: true, ...(await open(portal, account, 'provider', secondFactor, device)) };
}

async function match(
  portal: Portal,
  { issuer, subject, taxCode, mail }: ProvidedIdentity,
): Promise<accounts.AccountRow | null> {
  const byTaxCode =
    taxCode === null ? null : await accounts.byPersonField(portal.read, 'taxCode', taxCode.toUpperCase());
  const account = byTaxCode ?? (mail === null ? null : await byMail(portal.read, mail, taxCode));
  if (account === null || account.disabled) return null;
  return recorded(portal, account.personId, async (write, record) => {
    // Another request of the same person may have been quicker.
    const tied = await accounts.byExternalIdentity(write, issuer, subject);
    if (tied !== null) return tied;
    if (await accounts.hasExternalIdentity(write, account.id, issuer)) return null;
    await accounts.tie(write, account.id, issuer, subject);
    await record({
      action: 'account.provider.tie',
      subject: { kind: 'person', id: account.personId },
      after: { issuer, by: byTaxCode ? 'taxCode' : 'mail' },
    });
    return account;
  });
}

async function byMail(db: Reader, mail: string, taxCode: string | null): Promise<accounts.AccountRow | null> {
  const account = await accounts.byPersonField(db, 'mail', normalLogin(mail));
  if (account === null || taxCode === null) return account;
  const known = await accounts.taxCodeOf(db, account.personId);
  return known === null || known === taxCode.toUpperCase() ? account : null;
}
