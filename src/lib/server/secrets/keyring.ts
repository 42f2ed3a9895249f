import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** The key is missing, none, or not the one of the database: the operator can mend it. */
export class KeyFault extends Error {
  override readonly name = 'KeyFault';
}

/** What a key is used for: each purpose has a key of its own, so that a sealed text of one cannot pass as another's. */
export type Purpose = 'audit' | 'keyCheck' | 'provider' | 'recoveryCode' | 'survey' | 'totp';

/** Keys that stand outside the database: who has only a copy of the database can open nothing and forge nothing. */
export interface Keyring {
  /** Encrypts and authenticates a text. */
  seal(purpose: Purpose, text: string): string;
  /** The text that was sealed; null if it was not sealed with this key for this purpose, or was changed. */
  unseal(purpose: Purpose, sealed: string): string | null;
  /** A digest that only the holder of the key can make, in base64url. */
  mac(purpose: Purpose, text: string): string;
}

export function keyringOf(master: Buffer): Keyring {
  const keys = new Map<Purpose, Buffer>();
  const keyFor = (purpose: Purpose) => {
    const key = keys.get(purpose) ?? Buffer.from(hkdfSync('sha256', master, '', purpose, KEY_BYTES));
    keys.set(purpose, key);
    return key;
  };
  return {
    seal(purpose, text) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
    },
    unseal(purpose, sealed) {
      const bytes = Buffer.from(sealed, 'base64url');
      if (bytes.length < NONCE_BYTES + TAG_BYTES) return null;
      const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), bytes.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      try {
        const body = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
        return Buffer.concat([body, decipher.final()]).toString('utf8');
      } catch {
        return null;
      }
    },
    mac: (purpose, text) => createHmac('sha256', keyFor(purpose)).update(text).digest('base64url'),
  };
}

/**
 * The keyring of a portal. The key is `ACCORDO_KEY` (32 bytes in base64url), or stands in the file `ACCORDO_KEY_FILE`,
 * or in `accordo.key` beside the database.
 *
 * @param isNew whether there is no database yet: only then a missing `accordo.key` is made, because a new key beside an
 *   old database would open nothing and hide that the right one is lost
 *
 * Throws `KeyFault` if the key is missing or none.
 */
export function openKeyring(folder: string, isNew: boolean, env: NodeJS.ProcessEnv = process.env): Keyring {
  if (env.ACCORDO_KEY) return keyringOf(parsedKey(env.ACCORDO_KEY, 'ACCORDO_KEY'));
  const file = env.ACCORDO_KEY_FILE ?? join(folder, 'accordo.key');
  if (isNew && !env.ACCORDO_KEY_FILE && !existsSync(file)) {
    writeFileSync(file, `${randomBytes(KEY_BYTES).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  }
  return keyringOf(parsedKey(readKey(file), file));
}

function readKey(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new KeyFault(error instanceof Error ? error.message : file);
  }
}

function parsedKey(written: string, where: string): Buffer {
  const key = Buffer.from(written.trim(), 'base64url');
  if (key.length !== KEY_BYTES) throw new KeyFault(`${where}: not a key of ${KEY_BYTES} bytes in base64url`);
  return key;
}
