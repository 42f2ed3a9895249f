import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
} from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Portal } from '../database/database.ts';
import type { CampaignId } from './model.ts';

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * The key of an open campaign. It stands in a file of its own, never in the database, and is destroyed at the close: from
 * then on nobody can join what the database, its log and its backups held before to what they hold after.
 */
export interface CampaignKey {
  /** A digest of a token that only the holder of the key can make. */
  mac(token: Buffer): Buffer;
  seal(content: Buffer): Buffer;
  /** Throws if it was not sealed with this key, or was changed. */
  unseal(sealed: Buffer): Buffer;
}

/** Makes the key of a campaign; it is on disk when this returns. Throws if there is one. */
export function makeCampaignKey(portal: Portal, id: CampaignId): CampaignKey {
  const secret = randomBytes(KEY_BYTES);
  const file = openSync(fileOf(portal, id), 'wx', 0o600);
  try {
    writeSync(file, portal.keys.seal('survey', secret.toString('base64url')));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  syncFolder(folderOf(portal));
  return campaignKeyOf(secret);
}

/** The key of an open campaign; null if it was destroyed. Throws if the file does not hold it. */
export function readCampaignKey(portal: Portal, id: CampaignId): CampaignKey | null {
  if (!existsSync(fileOf(portal, id))) return null;
  const secret = portal.keys.unseal('survey', readFileSync(fileOf(portal, id), 'utf8'));
  if (secret === null) throw new Error('the key of the campaign does not open with the key of this portal');
  return campaignKeyOf(Buffer.from(secret, 'base64url'));
}

/** Overwrites the key and removes it. Does nothing if there is none. */
export function destroyCampaignKey(portal: Portal, id: CampaignId): void {
  const path = fileOf(portal, id);
  if (!existsSync(path)) return;
  const file = openSync(path, 'r+');
  try {
    writeSync(file, randomBytes(readFileSync(path).length), 0, undefined, 0);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  unlinkSync(path);
  syncFolder(folderOf(portal));
}

/** `ACCORDO_SURVEY_KEYS`: a folder that no backup reaches; without it, beside the database. */
function folderOf({ folder }: Portal): string {
  return process.env.ACCORDO_SURVEY_KEYS ?? folder;
}

function fileOf(portal: Portal, id: CampaignId): string {
  return join(folderOf(portal), `survey-${id}.key`);
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

const NONCES = 512;
let nonces = Buffer.alloc(0);

/** Random, and no two the same. Drawn many at once: asking the system for each takes as long as all the sealing. */
function newNonce(): Buffer {
  if (nonces.length === 0) nonces = randomBytes(NONCES * NONCE_BYTES);
  const nonce = nonces.subarray(0, NONCE_BYTES);
  nonces = nonces.subarray(NONCE_BYTES);
  return nonce;
}

function campaignKeyOf(secret: Buffer): CampaignKey {
  // As key objects: reading the bytes of a key anew for every vote costs more than the sealing.
  const derived = (purpose: string) =>
    createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', purpose, KEY_BYTES)));
  const macKey = derived('token');
  const sealKey = derived('ballot');
  return {
    mac: (token) => createHmac('sha256', macKey).update(token).digest(),
    seal(content) {
      const nonce = newNonce();
      const cipher = createCipheriv('aes-256-gcm', sealKey, nonce);
      return Buffer.concat([nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
    },
    unseal(sealed) {
      const end = sealed.length - TAG_BYTES;
      const decipher = createDecipheriv('aes-256-gcm', sealKey, sealed.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAuthTag(sealed.subarray(end));
      return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, end)), decipher.final()]);
    },
  };
}
