import { z } from 'zod';
import type { ProviderSettings } from './settings.ts';

/** Claims as they come: of any name and any type. */
export type Claims = Readonly<Record<string, unknown>>;

/** A tax code has 16 characters, a provisional one 11 digits (d.m. 23 December 1976, art. 2 and 7). */
const taxCodeShape = /^([A-Z0-9]{16}|\d{11})$/;

/** SPID writes the country and the kind of number before it (AgID, table of attributes, `fiscalNumber`). */
const spidPrefix = /^TINIT-/;

const oneText = z.union([z.string(), z.tuple([z.string()]).transform(([only]) => only)]);

/** The Italian tax code in the named claim, in capital letters and without prefix; null when it holds none. */
export function taxCodeIn(claims: Claims, claim: string): string | null {
  const text = oneText.safeParse(claims[claim]);
  if (!text.success) return null;
  const code = text.data.trim().toUpperCase().replace(spidPrefix, '');
  return taxCodeShape.test(code) ? code : null;
}

const mailClaims = z.object({
  email: z.string().trim().toLowerCase().pipe(z.email()),
  email_verified: z.boolean().optional(),
});

/**
 * The mail address in small letters; null when there is none or it may be anybody's: an address that the provider has
 * not verified would let whoever wrote it there into the account that has it.
 *
 * @param trustsSilence whether an address counts of which the provider does not say whether it is verified
 */
export function mailIn(claims: Claims, trustsSilence: boolean): string | null {
  const mail = mailClaims.safeParse(claims);
  if (!mail.success) return null;
  return (mail.data.email_verified ?? trustsSilence) ? mail.data.email : null;
}

const strengthClaims = z.object({
  acr: z.string().optional().catch(undefined),
  amr: z.array(z.string()).catch([]),
});

/** Whether the id token tells of one of the classes (`acr`) or methods (`amr`) that count as a second factor. */
export function hasSecondFactor(idToken: Claims, { secondFactor }: ProviderSettings): boolean {
  const { acr, amr } = strengthClaims.parse(idToken);
  return [acr, ...amr].some((value) => value !== undefined && secondFactor.has(value));
}
