import {
  constants,
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  privateDecrypt,
  publicEncrypt,
  verify,
  type KeyObject,
} from 'node:crypto';
import { promisify } from 'node:util';
import { MODULUS_BYTES } from './model.ts';

const MODULUS_BITS = MODULUS_BYTES * 8;
/** RSABSSA-SHA384-PSS (RFC 9474, §5): a salt as long as the digest. */
const SALT_BYTES = 48;

const generate = promisify(generateKeyPair);

export interface DirectionKeys {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

/** A new pair of keys, made off the event loop: it takes about a second. */
export function newKeys(): Promise<DirectionKeys> {
  return generate('rsa', { modulusLength: MODULUS_BITS, publicExponent: 0x10001 });
}

/** SPKI in base64url: what the published fingerprint is of. */
export function publicKeyText(key: KeyObject): string {
  return key.export({ type: 'spki', format: 'der' }).toString('base64url');
}

export function publicKeyOf(text: string): KeyObject {
  return createPublicKey({ key: Buffer.from(text, 'base64url'), type: 'spki', format: 'der' });
}

export function fingerprintOf(publicKey: string): string {
  return createHash('sha256').update(Buffer.from(publicKey, 'base64url')).digest('hex');
}

export function privateKeyBytes(key: KeyObject): Buffer {
  return key.export({ type: 'pkcs8', format: 'der' });
}

export function privateKeyOf(bytes: Buffer): KeyObject {
  return createPrivateKey({ key: bytes, type: 'pkcs8', format: 'der' });
}

/** Whether a blinded message can be signed: it must be below the modulus. */
export function isSignable({ publicKey }: DirectionKeys, blinded: Buffer): boolean {
  try {
    publicEncrypt({ key: publicKey, padding: constants.RSA_NO_PADDING }, blinded);
    return true;
  } catch {
    return false;
  }
}

/**
 * Signs a blinded message (RFC 9474, §4.3): the raw private operation of `node:crypto`, a thousandth of the time that the
 * same takes in JavaScript. The result is checked before it leaves, because one faulty result gives a key away.
 *
 * Throws if the message is not signable.
 */
export function blindSign({ privateKey, publicKey }: DirectionKeys, blinded: Buffer): Buffer {
  const padding = constants.RSA_NO_PADDING;
  const signature = privateDecrypt({ key: privateKey, padding }, blinded);
  if (!publicEncrypt({ key: publicKey, padding }, signature).equals(blinded))
    throw new Error('a blind signature failed its check');
  return signature;
}

/** Whether a signature, unblinded by the voter, is the direction's on this prepared message. */
export function isSignature(publicKey: KeyObject, prepared: Buffer, signature: Buffer): boolean {
  return verify(
    'sha384',
    prepared,
    { key: publicKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: SALT_BYTES },
    signature,
  );
}
