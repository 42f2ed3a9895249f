import { hash, verify } from '@node-rs/argon2';

/**
 * Argon2id with the parameters of OWASP's Password Storage Cheat Sheet: 19 MiB, two passes, one lane. The package's
 * enumeration of algorithms is erased by the compiler; 2 is Argon2id.
 */
const PARAMETERS = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Long enough that no composition rules are needed (NIST SP 800-63B); the upper bound keeps hashing cheap. */
export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 128;

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), PARAMETERS);
}

let nobody: Promise<string> | undefined;

/**
 * Whether the password is the one that was hashed. With null, as for an account that does not exist, it takes the same
 * time and says no: the time of an answer tells nobody which accounts exist.
 */
export async function isPassword(password: string, hashed: string | null): Promise<boolean> {
  nobody ??= hashPassword('nobody has this password');
  const right = await verify(hashed ?? (await nobody), password.normalize('NFKC'));
  return right && hashed !== null;
}

export type PasswordWeakness = 'tooShort' | 'tooLong' | 'guessable';

/** Names everybody would try first. */
const COMMON = ['accordo', 'password', 'comune', 'qwerty', '123456', 'cremona', 'violino', 'benvenuto'];
const LEAST_DISTINCT = 5;

/**
 * What is wrong with a new password; null: nothing.
 *
 * @param about what the password must not lean on: the login, the person's names
 */
export function passwordWeakness(password: string, about: readonly string[]): PasswordWeakness | null {
  if (password.length < SHORTEST_PASSWORD) return 'tooShort';
  if (password.length > LONGEST_PASSWORD) return 'tooLong';
  const small = password.toLowerCase();
  const rest = [...COMMON, ...about.map((word) => word.toLowerCase())]
    .filter((word) => word.length >= 4)
    .reduce((left, word) => left.replaceAll(word, ''), small);
  if (rest.length < SHORTEST_PASSWORD / 2 || new Set(small).size < LEAST_DISTINCT) return 'guessable';
  return null;
}
