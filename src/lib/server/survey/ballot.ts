import { MODULUS_BYTES, PREPARED_BYTES, QUESTIONS, TOKEN_BYTES } from './model.ts';

/** A vote as it was sent, its signature not yet looked at. */
export interface Ballot {
  readonly direction: string;
  readonly prepared: Buffer;
  readonly signature: Buffer;
  /** Eight digits from 1 to 5. */
  readonly answers: string;
}

/** The token of a ballot: what a credential is spent by. */
export function tokenOf({ prepared }: Ballot): Buffer {
  return prepared.subarray(PREPARED_BYTES - TOKEN_BYTES);
}

/** The body of a request as a ballot; null if it is none. Written by hand: it is asked thousands of times a second. */
export function parseBallot(body: unknown): Ballot | null {
  if (typeof body !== 'object' || body === null) return null;
  const { direction, preparedMessage, signature, answers, ...more } = body as Record<string, unknown>;
  if (Object.keys(more).length > 0) return null;
  if (typeof direction !== 'string' || direction.length > 100) return null;
  const prepared = bytes(preparedMessage, PREPARED_BYTES);
  const signed = bytes(signature, MODULUS_BYTES);
  if (prepared === null || signed === null || !isAnswers(answers)) return null;
  return { direction, prepared, signature: signed, answers: answers.join('') };
}

function isAnswers(answers: unknown): answers is number[] {
  return (
    Array.isArray(answers) &&
    answers.length === QUESTIONS &&
    answers.every((answer) => Number.isInteger(answer) && answer >= 1 && answer <= 5)
  );
}

/** Bytes written in base64url without padding, exactly so many and in their one spelling; null otherwise. */
export function bytes(text: unknown, length: number): Buffer | null {
  if (typeof text !== 'string' || text.length !== Math.ceil((length * 4) / 3)) return null;
  const read = Buffer.from(text, 'base64url');
  return read.length === length && read.toString('base64url') === text ? read : null;
}

const SEPARATOR = '\n';
/** Sealed ballots are all of one length: it must not tell the direction. */
const DIRECTION_BYTES = 128;

/** A ballot as it is sealed. */
export function packed({ direction, prepared, signature, answers }: Ballot): Buffer {
  const name = Buffer.alloc(DIRECTION_BYTES, SEPARATOR);
  name.write(direction);
  return Buffer.concat([Buffer.from(answers), prepared, signature, name]);
}

export function unpacked(content: Buffer): Ballot {
  const preparedEnd = QUESTIONS + PREPARED_BYTES;
  const signatureEnd = preparedEnd + MODULUS_BYTES;
  return {
    answers: content.toString('latin1', 0, QUESTIONS),
    prepared: content.subarray(QUESTIONS, preparedEnd),
    signature: content.subarray(preparedEnd, signatureEnd),
    direction: content.toString('utf8', signatureEnd).trimEnd(),
  };
}
