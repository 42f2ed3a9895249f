import { webcrypto } from 'node:crypto';
import { RSABSSA } from '@cloudflare/blindrsa-ts';

/** What a browser does to vote, with the same library: for tests, attacks and benchmarks. */
export const suite = RSABSSA.SHA384.PSS.Randomized();

export const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');

export function importKey(spki: string): Promise<CryptoKey> {
  return webcrypto.subtle.importKey(
    'spki',
    Buffer.from(spki, 'base64url'),
    { name: 'RSA-PSS', hash: 'SHA-384' },
    true,
    ['verify'],
  ) as Promise<CryptoKey>;
}

export interface Blinded {
  readonly prepared: Uint8Array;
  readonly blinded: Uint8Array;
  readonly inverse: Uint8Array;
}

/** Draws a token and blinds it. */
export async function blind(key: CryptoKey): Promise<Blinded> {
  const prepared = suite.prepare(webcrypto.getRandomValues(new Uint8Array(32)));
  const { blindedMsg, inv } = await suite.blind(key, prepared);
  return { prepared, blinded: blindedMsg, inverse: inv };
}

/** The body of a vote, from the signature that the server gave on the blinded message. */
export async function ballot(
  key: CryptoKey,
  direction: string,
  { prepared, inverse }: Blinded,
  blindSignature: string,
  answers: readonly number[],
) {
  const signature = await suite.finalize(key, prepared, Buffer.from(blindSignature, 'base64url'), inverse);
  return { direction, preparedMessage: base64url(prepared), signature: base64url(signature), answers };
}
