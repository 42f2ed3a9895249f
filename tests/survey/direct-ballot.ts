import { constants, randomBytes, sign, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { MODULUS_BYTES, PREPARED_BYTES, QUESTIONS } from '#lib/server/survey/model.ts';
import { DIRECTION } from './electorate.ts';

const signed = promisify(sign);

export interface BallotBody {
  readonly direction: string;
  readonly preparedMessage: string;
  readonly signature: string;
  readonly answers: readonly number[];
}

/**
 * A vote whose credential was signed in the open, with the private key: a fortieth of the time that blinding takes, and the
 * server cannot tell it from a blinded one.
 */
export async function directBallot(privateKey: KeyObject): Promise<BallotBody> {
  const prepared = randomBytes(PREPARED_BYTES);
  const key = { key: privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 };
  return {
    direction: DIRECTION,
    preparedMessage: prepared.toString('base64url'),
    signature: (await signed('sha384', prepared, key)).toString('base64url'),
    answers: anyAnswers(),
  };
}

export function anyAnswers(): number[] {
  return Array.from(randomBytes(QUESTIONS), (byte) => (byte % 5) + 1);
}

/** What a blinded message looks like: bytes below any modulus. */
export function anyBlindedMessage(): string {
  const bytes = randomBytes(MODULUS_BYTES);
  bytes[0] = 0;
  return bytes.toString('base64url');
}
