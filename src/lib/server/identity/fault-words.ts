import { m } from '#lib/paraglide/messages.js';
import type { AccountFault } from './accounts.ts';
import type { PasswordChange } from './password-change.ts';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './passwords.ts';
import type { RefusalCode } from './provider/refusal.ts';
import type { CodeGiven } from './second-factor.ts';

/** What to tell a person whose password was not taken. */
export function passwordFaultText(fault: Extract<PasswordChange, { ok: false }>): string {
  switch (fault.reason) {
    case 'wait':
      return m.identity_wait({ seconds: fault.seconds });
    case 'wrong':
      return m.identity_password_wrong();
    case 'same':
      return m.identity_password_same();
    case 'tooShort':
      return m.identity_password_tooShort({ least: SHORTEST_PASSWORD });
    case 'tooLong':
      return m.identity_password_tooLong({ most: LONGEST_PASSWORD });
    case 'guessable':
      return m.identity_password_guessable();
  }
}

/** What to tell a person whose code was not taken. */
export function codeFaultText(fault: Extract<CodeGiven, { ok: false }>): string {
  return fault.reason === 'wait' ? m.identity_wait({ seconds: fault.seconds }) : m.identity_code_wrong();
}

/** What to tell somebody whom the identity provider did not sign in, or whom the portal does not know. */
export function providerFaultText(code: RefusalCode | 'unknown'): string {
  switch (code) {
    case 'cancelled':
      return m.identity_provider_cancelled();
    case 'stale':
      return m.identity_provider_stale();
    case 'unreachable':
      return m.identity_provider_unreachable();
    case 'refused':
      return m.identity_provider_refused();
    case 'unknown':
      return m.identity_provider_unknown();
  }
}

/** Why a change of an account was refused. */
export function accountFaultText(fault: AccountFault): string {
  switch (fault) {
    case 'unknown':
      return m.identity_account_unknown();
    case 'loginTaken':
      return m.identity_account_loginTaken();
    case 'loginOdd':
      return m.identity_account_loginOdd();
    case 'hasAccount':
      return m.identity_account_hasAccount();
    case 'lastAdministrator':
      return m.identity_account_lastAdministrator();
    case 'ownAccount':
      return m.identity_account_ownAccount();
  }
}
