import type { BlindRSA } from '@cloudflare/blindrsa-ts';
import { fromBase64url, toBase64url } from './encoding.ts';
import { Refusal } from './refusal.ts';

const TOKEN_BYTES = 32;

/** A fresh token, prepared and blinded for a key; all in base64url. */
export interface Drawn {
  readonly preparedMessage: string;
  readonly blindedMessage: string;
  readonly inverse: string;
}

/** Draws a token and blinds it for the direction's key (RFC 9474, §4.1 and §4.2). */
export async function drawBlinded(publicKey: string): Promise<Drawn> {
  const suite = await loadSuite();
  const prepared = suite.prepare(crypto.getRandomValues(new Uint8Array(TOKEN_BYTES)));
  const { blindedMsg, inv } = await suite.blind(await importKey(publicKey), prepared);
  return {
    preparedMessage: toBase64url(prepared),
    blindedMessage: toBase64url(blindedMsg),
    inverse: toBase64url(inv),
  };
}

/**
 * Takes the blinding off a signature and verifies what comes out (RFC 9474, §4.4).
 *
 * @throws Refusal `badSignature` if it is not that of the key on this message
 */
export async function unblindedSignature(
  publicKey: string,
  { preparedMessage, inverse }: Drawn,
  blindSignature: string,
): Promise<string> {
  const suite = await loadSuite();
  const key = await importKey(publicKey);
  try {
    const signature = await suite.finalize(
      key,
      fromBase64url(preparedMessage),
      fromBase64url(blindSignature),
      fromBase64url(inverse),
    );
    return toBase64url(signature);
  } catch {
    // The library throws plain errors for a wrong length and for a wrong signature alike.
    throw new Refusal('badSignature');
  }
}

/** Loaded when a credential is asked for: voting itself does not need it. */
async function loadSuite(): Promise<BlindRSA> {
  const { RSABSSA } = await import('@cloudflare/blindrsa-ts');
  return RSABSSA.SHA384.PSS.Randomized();
}

async function importKey(publicKey: string): Promise<CryptoKey> {
  const scheme = { name: 'RSA-PSS', hash: 'SHA-384' };
  try {
    return await crypto.subtle.importKey('spki', fromBase64url(publicKey), scheme, true, ['verify']);
  } catch (cause) {
    throw new Refusal('server', cause);
  }
}
