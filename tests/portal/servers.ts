import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../src/launch/address.mjs';

// Read in the runner and again in every worker: what is drawn once is handed on through the environment.
const HOST = '127.0.0.1';
const port = async (name: string) => Number((process.env[name] ??= String(await freePort(HOST))));
const address = (port: number) => `http://${HOST}:${port}`;

/** Where everything lies that a run makes. */
export const FOLDER = (process.env.ACCORDO_TEST_DATA ??= mkdtempSync(join(tmpdir(), 'accordo-e2e-')));

/** The demo as it comes. */
export const demo = address(await port('ACCORDO_TEST_PORT'));

/** Another demo, with a mail server and an identity provider; its accounts are there for fresh sign-ins. */
export const connected = address(await port('ACCORDO_TEST_CONNECTED_PORT'));
export const mailPort = await port('ACCORDO_TEST_MAIL_PORT');
export const providerPort = await port('ACCORDO_TEST_PROVIDER_PORT');

/** What the second demo is told about the two, which the tests that need them start. */
export const connections = {
  ACCORDO_SMTP_URL: `smtp://${HOST}:${mailPort}`,
  ACCORDO_MAIL_FROM: 'accordo@demo.invalid',
  ACCORDO_OIDC_ISSUER: address(providerPort),
  ACCORDO_OIDC_CLIENT_ID: 'accordo-public',
  ACCORDO_OIDC_LABEL: 'Entra con il provider di prova',
  ACCORDO_OIDC_SECOND_FACTOR: 'mfa',
};

/** What every server of the tests is started with. */
export function environmentOf(origin: string, folder: string): Record<string, string> {
  return {
    NODE_ENV: 'production',
    HOST,
    PORT: new URL(origin).port,
    ORIGIN: origin,
    ACCORDO_DATA: join(FOLDER, folder),
    SHUTDOWN_TIMEOUT: '2',
    // All tests come from one address.
    ACCORDO_LIMIT_PER_ADDRESS: '10000',
  };
}

/** The same, for a server that a test starts itself. */
export const freeAddress = async () => address(await freePort(HOST));
