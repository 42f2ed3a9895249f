import { Secret, TOTP } from 'otpauth';

/** RFC 6238 as every authenticator has it: six digits, half a minute, SHA-1. */
const PERIOD = 30;
const SETTINGS = { issuer: 'Accordo', algorithm: 'SHA1', digits: 6, period: PERIOD } as const;
/** A clock half a minute off is still right. */
const WINDOW = 1;
const SECRET_BYTES = 20;

/** A new shared secret in base32. */
export function newTotpSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** The address that an authenticator reads from a QR code. */
export function totpAddress(secret: string, login: string): string {
  return new TOTP({ ...SETTINGS, label: login, secret: Secret.fromBase32(secret) }).toString();
}

/**
 * The time step that a code belongs to; null if it is wrong, or belongs to a step whose code was already used.
 *
 * @param lastStep the last step whose code was accepted; null: none yet
 */
export function totpStep(secret: string, code: string, lastStep: number | null, now: Date): number | null {
  if (!/^[0-9]{6}$/.test(code)) return null;
  const totp = new TOTP({ ...SETTINGS, secret: Secret.fromBase32(secret) });
  const delta = totp.validate({ token: code, timestamp: now.getTime(), window: WINDOW });
  if (delta === null) return null;
  const step = Math.floor(now.getTime() / 1000 / PERIOD) + delta;
  return lastStep !== null && step <= lastStep ? null : step;
}

/**
 * The code of this moment, or of the next step if this one's was used: what the demo's sign-in page shows to who signs
 * in twice within half a minute.
 */
export function totpCodeAfter(secret: string, lastStep: number | null, now: Date): string {
  const unused = lastStep === null ? 0 : (lastStep + 1) * PERIOD * 1000;
  return totpCode(secret, new Date(Math.max(now.getTime(), unused)));
}

/** The code of this moment. */
export function totpCode(secret: string, now: Date): string {
  return new TOTP({ ...SETTINGS, secret: Secret.fromBase32(secret) }).generate({ timestamp: now.getTime() });
}
