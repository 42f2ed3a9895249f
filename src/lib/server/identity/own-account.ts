import type { Reader } from '../database/database.ts';
import * as store from './account-store.ts';
import type { AccountId } from './model.ts';
import { existing } from './sign-in.ts';

/** What the holder sees of the own account. */
export interface OwnAccount {
  readonly login: string;
  /** False where only the body's identity provider opens the account. */
  readonly hasPassword: boolean;
  readonly secondFactor: boolean;
  readonly recoveryCodesLeft: number;
}

export async function ownAccount(db: Reader, id: AccountId): Promise<OwnAccount> {
  const { login, passwordHash, totpSecret } = await existing(db, id);
  return {
    login,
    hasPassword: passwordHash !== null,
    secondFactor: totpSecret !== null,
    recoveryCodesLeft: await store.recoveryCodesLeft(db, id),
  };
}
