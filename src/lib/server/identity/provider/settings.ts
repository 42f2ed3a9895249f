import { z } from 'zod';

const PREFIX = 'ACCORDO_OIDC_';

/** The body's identity provider, as the operator described it. */
export interface ProviderSettings {
  readonly issuer: URL;
  readonly clientId: string;
  /** Null: a public client, which only PKCE protects. */
  readonly clientSecret: string | null;
  /** Separated by spaces, `openid` among them. */
  readonly scopes: string;
  readonly taxCodeClaim: string;
  /** What the button says; null: the portal's own words. */
  readonly label: string | null;
  /** Values of `acr` or `amr` that tell of a second factor. */
  readonly secondFactor: ReadonlySet<string>;
  /** Whether a mail address counts about which the provider does not say if it is verified. */
  readonly trustsMail: boolean;
}

/** http without TLS is for a provider on this machine only: tests and the demo. */
export const isOnThisMachine = (url: URL) => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);

const issuer = z
  .url({ protocol: /^https?$/, error: 'non è un indirizzo https' })
  .transform((text) => new URL(text))
  .refine((url) => url.protocol === 'https:' || isOnThisMachine(url), {
    error: 'deve cominciare con https (http vale solo per questa stessa macchina)',
  })
  .refine((url) => !url.pathname.includes('/.well-known/'), {
    error: 'va scritto senza /.well-known/openid-configuration',
  })
  .refine((url) => url.search + url.hash + url.username + url.password === '', {
    error: 'è un indirizzo senza utente, parametri o frammento',
  });

const environment = z
  .strictObject({
    ISSUER: issuer,
    CLIENT_ID: z.string(),
    CLIENT_SECRET: z.string().nullable().default(null),
    SCOPES: z
      .string()
      .transform((text) => text.split(/\s+/))
      .refine((scopes) => scopes.includes('openid'), { error: 'deve contenere openid' })
      .transform((scopes) => scopes.join(' '))
      .default('openid profile email'),
    TAX_CODE_CLAIM: z.string().default('fiscal_number'),
    LABEL: z.string().nullable().default(null),
    SECOND_FACTOR: z
      .string()
      .default('')
      .transform((list) => new Set(list.split(',').flatMap((value) => value.trim() || []))),
    TRUST_MAIL: z
      .enum(['true', 'false'], { error: 'è true oppure false' })
      .default('false')
      .transform((text) => text === 'true'),
  })
  .transform((given): ProviderSettings => ({
    issuer: given.ISSUER,
    clientId: given.CLIENT_ID,
    clientSecret: given.CLIENT_SECRET,
    scopes: given.SCOPES,
    taxCodeClaim: given.TAX_CODE_CLAIM,
    label: given.LABEL,
    secondFactor: given.SECOND_FACTOR,
    trustsMail: given.TRUST_MAIL,
  }));

/**
 * The identity provider described by the variables `ACCORDO_OIDC_…`; null when none of them is set. An empty variable
 * is one that is not set.
 *
 * Throws when they are incomplete or wrong, with a message for the operator that names each variable.
 */
export function providerSettings(env: Readonly<Record<string, string | undefined>>): ProviderSettings | null {
  const given = Object.entries(env).flatMap(([name, value]) => {
    const text = value?.trim();
    return name.startsWith(PREFIX) && text ? [[name.slice(PREFIX.length), text] as const] : [];
  });
  if (given.length === 0) return null;

  const parsed = environment.safeParse(Object.fromEntries(given));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => `${PREFIX}${key}: non esiste`);
    const name = String(issue.path[0]);
    const isMissing = !given.some(([key]) => key === name);
    return [`${PREFIX}${name}: ${isMissing ? 'manca' : issue.message}`];
  });
  throw new Error(`L'accesso con OpenID Connect è configurato male. ${faults.join('; ')}.`);
}
