import {
  constants,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  webcrypto,
  type KeyObject,
} from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import { blindSign, isSignable, isSignature, newKeys, publicKeyText } from '#lib/server/survey/signing.ts';
import { RFC_9474 } from './rfc-9474.ts';
import { blind, importKey, suite } from './voter.ts';

const hex = (text: string) => Buffer.from(text, 'hex');
const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 } as const;

// Making a key and signing with the library take seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const keys = await newKeys();
const otherKeys = generateKeyPairSync('rsa', { modulusLength: 2048 });

describe('the vector of the RFC', () => {
  const { publicKey, privateKey } = vectorKeys();
  const prepared = Buffer.concat([hex(RFC_9474.prefix), hex(RFC_9474.message)]);

  test('is signed blindly to the byte', () => {
    const signature = blindSign({ publicKey, privateKey }, hex(RFC_9474.blinded));
    expect(signature.toString('hex')).toBe(RFC_9474.blindSignature);
  });

  test('is unblinded by the library to the byte', async () => {
    const key = await importKey(publicKeyText(publicKey));
    const signature = hex(RFC_9474.blindSignature);
    const unblinded = await suite.finalize(key, prepared, signature, hex(RFC_9474.inverse));
    expect(Buffer.from(unblinded).toString('hex')).toBe(RFC_9474.signature);
  });

  test('is a signature on the prepared message and on no other', () => {
    expect(isSignature(publicKey, prepared, hex(RFC_9474.signature))).toBe(true);
    const other = Buffer.from(prepared);
    other[other.length - 1]! ^= 1;
    expect(isSignature(publicKey, other, hex(RFC_9474.signature))).toBe(false);
    const changed = hex(RFC_9474.signature);
    changed[200]! ^= 1;
    expect(isSignature(publicKey, prepared, changed)).toBe(false);
  });
});

describe('beside the library', () => {
  test.each([keys, otherKeys])(
    'a blind signature is the same to the byte, whatever the key',
    async (pair) => {
      const { blinded } = await blind(await importKey(publicKeyText(pair.publicKey)));
      const theirs = await suite.blindSign(await forSigning(pair.privateKey), blinded);
      expect(blindSign(pair, Buffer.from(blinded)).equals(theirs)).toBe(true);
    },
  );

  test('what it unblinds we accept, and what node signs it accepts', async () => {
    const key = await importKey(publicKeyText(keys.publicKey));
    const { prepared, blinded, inverse } = await blind(key);
    const blindSignature = blindSign(keys, Buffer.from(blinded));
    const signature = await suite.finalize(key, prepared, blindSignature, inverse);
    expect(isSignature(keys.publicKey, Buffer.from(prepared), Buffer.from(signature))).toBe(true);

    const message = randomBytes(64);
    const direct = sign('sha384', message, { key: keys.privateKey, ...pss });
    expect(await suite.verify(key, direct, message)).toBe(true);
  });
});

test('a salt of another length is no signature: RSABSSA has one form', () => {
  const message = randomBytes(64);
  const signature = sign('sha384', message, { key: keys.privateKey, ...pss, saltLength: 32 });
  expect(isSignature(keys.publicKey, message, signature)).toBe(false);
});

test('what is not below the modulus is not signed', () => {
  const tooLarge = Buffer.alloc(384, 0xff);
  expect(isSignable(keys, tooLarge)).toBe(false);
  expect(() => blindSign(keys, tooLarge)).toThrow();
  expect(isSignable(keys, Buffer.from(RFC_9474.prefix.padStart(768, '0'), 'hex'))).toBe(true);
});

test('a signature that does not verify with the public key never leaves', () => {
  // As after a fault while signing: the pair is none.
  const { privateKey } = otherKeys;
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const message = Buffer.concat([Buffer.alloc(1), randomBytes(255)]);
  expect(() => blindSign({ privateKey, publicKey }, message)).toThrow('failed its check');
});

test('rubbish is no signature, and no fault', () => {
  for (const signature of [Buffer.alloc(0), Buffer.alloc(384), Buffer.alloc(384, 0xff), randomBytes(384)])
    expect(isSignature(keys.publicKey, randomBytes(64), signature)).toBe(false);
});

/** The keys of the vector, whose CRT values the RFC leaves out. */
function vectorKeys(): { publicKey: KeyObject; privateKey: KeyObject } {
  const p = BigInt(`0x${RFC_9474.p}`);
  const q = BigInt(`0x${RFC_9474.q}`);
  const e = 0x10001n;
  const d = inverse(e, (p - 1n) * (q - 1n));
  const n = p * q;
  const jwk = {
    kty: 'RSA',
    n: number(n),
    e: number(e),
    d: number(d),
    p: number(p),
    q: number(q),
    dp: number(d % (p - 1n)),
    dq: number(d % (q - 1n)),
    qi: number(inverse(q, p)),
  };
  const privateKey = createPrivateKey({ key: jwk, format: 'jwk' });
  return { privateKey, publicKey: createPublicKey(privateKey) };
}

function number(value: bigint): string {
  const digits = value.toString(16);
  return hex(digits.length % 2 === 0 ? digits : `0${digits}`).toString('base64url');
}

/** The inverse of `a` modulo `m`, by Euclid. */
function inverse(a: bigint, m: bigint): bigint {
  let [r0, r1, s0, s1] = [m, a % m, 0n, 1n];
  while (r1 !== 0n) {
    const quotient = r0 / r1;
    [r0, r1] = [r1, r0 - quotient * r1];
    [s0, s1] = [s1, s0 - quotient * s1];
  }
  return s0 < 0n ? s0 + m : s0;
}

function forSigning(key: KeyObject): Promise<CryptoKey> {
  const bytes = key.export({ type: 'pkcs8', format: 'der' });
  const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' };
  return webcrypto.subtle.importKey('pkcs8', bytes, algorithm, true, ['sign']) as Promise<CryptoKey>;
}
