import { recorded } from '../audit/trail.ts';
import type { Portal, Writer } from '../database/database.ts';
import * as accounts from './account-store.ts';
import type { AccountId } from './model.ts';
import { newRecoveryCodes, recoveryCodeDigest } from './recovery-codes.ts';
import * as sessions from './sessions.ts';
import { existing } from './sign-in.ts';
import type { Throttle } from './throttle.ts';
import { newTotpSecret, totpAddress, totpStep } from './totp.ts';
import { lastStepsOf } from './used-codes.ts';

export type CodeGiven =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'wrong' }
  | { readonly ok: false; readonly reason: 'wait'; readonly seconds: number };

/** Takes a code of the authenticator, or a recovery code, which is then spent. */
export async function giveCode(
  portal: Portal,
  throttle: Throttle,
  id: AccountId,
  code: string,
  address: string,
): Promise<CodeGiven> {
  const permission = await throttle.attempt('code', id, address);
  if (!permission.allowed) return { ok: false, reason: 'wait', seconds: permission.seconds };
  const right = await portal.transaction(async (write) => {
    // Read inside, so that of two requests with one code only the first is right.
    const account = await existing(write, id);
    const secret = account.totpSecret && portal.keys.unseal('totp', account.totpSecret);
    if (!secret) return false;
    const steps = lastStepsOf(portal);
    const step = totpStep(secret, code.replaceAll(/\s/g, ''), steps.get(id) ?? null, new Date());
    if (step === null)
      return accounts.spendRecoveryCode(write, id, recoveryCodeDigest(portal.keys, id, code));
    steps.set(id, step);
    return true;
  });
  if (!right) return { ok: false, reason: 'wrong' };
  await permission.forgive();
  return { ok: true };
}

/** A secret on its way to the authenticator, not in force yet. */
export interface Setup {
  readonly secret: string;
  /** What the QR code says. */
  readonly address: string;
  /** The secret for the form that confirms it: only the portal can read it, only for this account. */
  readonly sealed: string;
}

/** In no account's id and in no secret. */
const BETWEEN = ' ';

export async function beginSetup(portal: Portal, id: AccountId): Promise<Setup> {
  return setupOf(portal, id, newTotpSecret());
}

/** The setup that a form brought back, to show it again; null if it is not one of this account. */
export async function resumeSetup(portal: Portal, id: AccountId, sealed: string): Promise<Setup | null> {
  const [account, secret] = portal.keys.unseal('totp', sealed)?.split(BETWEEN) ?? [];
  return account === id && secret !== undefined ? setupOf(portal, id, secret) : null;
}

async function setupOf(portal: Portal, id: AccountId, secret: string): Promise<Setup> {
  const { login } = await existing(portal.read, id);
  const sealed = portal.keys.seal('totp', `${id}${BETWEEN}${secret}`);
  return { secret, address: totpAddress(secret, login), sealed };
}

/**
 * Puts a second factor in force once the authenticator has shown that it knows the secret; other sessions end.
 *
 * @returns the recovery codes, shown this once; null if the code is wrong
 */
export async function confirmSetup(
  portal: Portal,
  session: sessions.Session,
  { secret }: Setup,
  code: string,
): Promise<readonly string[] | null> {
  const step = totpStep(secret, code.replaceAll(/\s/g, ''), null, new Date());
  if (step === null) return null;
  const codes = newRecoveryCodes();
  await recorded(portal, session.person, async (write, record) => {
    const { totpSecret } = await existing(write, session.account);
    await accounts.update(write, session.account, { totpSecret: portal.keys.seal('totp', secret) });
    await setCodes(portal, write, session.account, codes);
    await sessions.endAll(write, session.account, session.id);
    await record({
      action: 'account.secondFactor.set',
      subject: { kind: 'person', id: session.person },
      before: { secondFactor: totpSecret !== null },
      after: { secondFactor: true },
    });
  });
  lastStepsOf(portal).set(session.account, step);
  return codes;
}

/** New recovery codes in the place of those that were there. */
export async function renewCodes(portal: Portal, session: sessions.Session): Promise<readonly string[]> {
  const codes = newRecoveryCodes();
  await recorded(portal, session.person, async (write, record) => {
    await setCodes(portal, write, session.account, codes);
    await record({ action: 'account.recoveryCodes.renew', subject: { kind: 'person', id: session.person } });
  });
  return codes;
}

/** Takes the second factor off the own account; other sessions end. */
export async function removeOwn(portal: Portal, session: sessions.Session): Promise<void> {
  await recorded(portal, session.person, async (write, record) => {
    await accounts.update(write, session.account, { totpSecret: null });
    await accounts.setRecoveryCodes(write, session.account, []);
    await sessions.endAll(write, session.account, session.id);
    await record({
      action: 'account.secondFactor.remove',
      subject: { kind: 'person', id: session.person },
      before: { secondFactor: true },
      after: { secondFactor: false },
    });
  });
}

function setCodes(portal: Portal, write: Writer, id: AccountId, codes: readonly string[]): Promise<void> {
  const digests = codes.map((code) => recoveryCodeDigest(portal.keys, id, code));
  return accounts.setRecoveryCodes(write, id, digests);
}
