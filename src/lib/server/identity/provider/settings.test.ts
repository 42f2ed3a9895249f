import { expect, test } from 'vitest';
import { providerSettings } from './settings.ts';

const issuer = { ACCORDO_OIDC_ISSUER: 'https://id.comune.example/realms/ente' };
const least = { ...issuer, ACCORDO_OIDC_CLIENT_ID: 'accordo' };

test('without any of its variables there is no sign-in with a provider', () => {
  expect(providerSettings({})).toBeNull();
  expect(providerSettings({ PATH: '/bin', ACCORDO_DATA: '/data', ACCORDO_OIDC_ISSUER: ' ' })).toBeNull();
});

test('an address and a client id are enough', () => {
  expect(providerSettings(least)).toEqual({
    issuer: new URL('https://id.comune.example/realms/ente'),
    clientId: 'accordo',
    clientSecret: null,
    scopes: 'openid profile email',
    taxCodeClaim: 'fiscal_number',
    label: null,
    secondFactor: new Set(),
    trustsMail: false,
  });
});

test('everything else can be said', () => {
  const settings = providerSettings({
    ...least,
    ACCORDO_OIDC_CLIENT_SECRET: 's3greto',
    ACCORDO_OIDC_SCOPES: 'openid  email',
    ACCORDO_OIDC_TAX_CODE_CLAIM: 'https://attributes.eid.gov.it/fiscal_number',
    ACCORDO_OIDC_LABEL: 'Entra con SPID',
    ACCORDO_OIDC_SECOND_FACTOR: 'https://www.spid.gov.it/SpidL2, otp,,mfa',
    ACCORDO_OIDC_TRUST_MAIL: 'true',
  });
  expect(settings).toMatchObject({
    clientSecret: 's3greto',
    scopes: 'openid email',
    taxCodeClaim: 'https://attributes.eid.gov.it/fiscal_number',
    label: 'Entra con SPID',
    secondFactor: new Set(['https://www.spid.gov.it/SpidL2', 'otp', 'mfa']),
    trustsMail: true,
  });
});

test.each([
  ['half of it', issuer, 'ACCORDO_OIDC_CLIENT_ID: manca'],
  ['the other half', { ACCORDO_OIDC_CLIENT_ID: 'accordo' }, 'ACCORDO_OIDC_ISSUER: manca'],
  [
    'only a detail',
    { ACCORDO_OIDC_LABEL: 'Entra' },
    'ACCORDO_OIDC_ISSUER: manca; ACCORDO_OIDC_CLIENT_ID: manca',
  ],
  ['a misspelt name', { ...least, ACCORDO_OIDC_SECRET: 'x' }, 'ACCORDO_OIDC_SECRET: non esiste'],
  ['no OpenID', { ...least, ACCORDO_OIDC_SCOPES: 'email' }, 'ACCORDO_OIDC_SCOPES: deve contenere openid'],
  [
    'neither yes nor no',
    { ...least, ACCORDO_OIDC_TRUST_MAIL: 'sì' },
    'ACCORDO_OIDC_TRUST_MAIL: è true oppure false',
  ],
])('%s is said to the operator', (_what, env, message) => {
  expect(() => providerSettings(env)).toThrow(message);
});

test('what is wrong is said without the secret', () => {
  const env = { ...issuer, ACCORDO_OIDC_CLIENT_SECRET: 's3greto' };
  expect(() => providerSettings(env)).toThrow(/^(?!.*s3greto)/s);
});

test.each(['http://127.0.0.1:4180', 'http://localhost:4180', 'http://[::1]:4180', 'https://login.example'])(
  '%s can be an issuer',
  (address) => {
    expect(providerSettings({ ...least, ACCORDO_OIDC_ISSUER: address })?.issuer.origin).toBe(address);
  },
);

test.each([
  ['http://id.comune.example', 'deve cominciare con https'],
  ['http://127.0.0.1.comune.example', 'deve cominciare con https'],
  ['http://localhost.example', 'deve cominciare con https'],
  ['id.comune.example', 'non è un indirizzo https'],
  ['ldap://id.comune.example', 'non è un indirizzo https'],
  ['https://id.comune.example/.well-known/openid-configuration', 'senza /.well-known/'],
  ['https://anna:segreta@id.comune.example', 'senza utente'],
  ['https://id.comune.example?realm=ente', 'senza utente, parametri'],
])('%s cannot', (address, message) => {
  expect(() => providerSettings({ ...least, ACCORDO_OIDC_ISSUER: address })).toThrow(message);
});
