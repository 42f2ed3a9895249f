import type { Page } from '@playwright/test';
import { startTestProvider, type TestProvider } from '../identity/test-provider.ts';
import { expectGoodLooks } from '../portal/accessibility.ts';
import { connected, providerPort } from '../portal/servers.ts';
import { expect, test } from '../portal/test.ts';

test.describe.configure({ mode: 'serial' });
test.use({ baseURL: connected });

let provider: TestProvider;

const verified = (email: string) => ({ email, email_verified: true });

test.beforeAll(async () => {
  provider = await startTestProvider({
    port: providerPort,
    redirectUris: [`${connected}/accesso/identita/ritorno`],
    people: [
      { id: 'dirigente', claims: verified('alessio.appoggiatura@demo.invalid') },
      { id: 'nucleo', claims: verified('ada.ostinato@demo.invalid'), acr: 'mfa' },
      { id: 'programmazione', claims: verified('giacomo.sarabanda@demo.invalid') },
      { id: 'estraneo', claims: verified('qualcuno@altrove.example') },
      { id: 'non-verificato', claims: { email: 'aurora.fortepiano@demo.invalid', email_verified: false } },
    ],
  });
});
test.afterAll(() => provider.close());

/** Goes to the provider from the sign-in page, and says there who one is; null: turns back. */
async function enterAs(page: Page, person: string | null) {
  await page.getByRole('link', { name: 'Entra con il provider di prova' }).click();
  await expect(page.getByRole('heading', { name: 'Provider di prova' })).toBeVisible();
  if (person === null) await page.getByRole('button', { name: 'Annulla' }).click();
  else {
    await page.getByRole('combobox').selectOption(person);
    await page.getByRole('button', { name: 'Entra' }).click();
  }
}

test('the body’s identity provider signs somebody in, to the page that was asked for', async ({ page }) => {
  await page.goto('/risultati/direzioni/d04');
  await expect(page).toHaveURL(/\/accesso\?dopo=/);
  await enterAs(page, 'dirigente');
  await expect(page).toHaveURL('/risultati/direzioni/d04');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cultura e Turismo');
  await page.goto('/profilo/accessi');
  await expect(page.getByRole('table')).toContainText('identità dell’ente');
});

test('a second factor that the provider took is not asked for again; without one it is', async ({
  browser,
}) => {
  for (const [person, address] of [
    ['nucleo', `${connected}/`],
    ['programmazione', `${connected}/accesso/codice`],
  ] as const) {
    const context = await browser.newContext({ baseURL: connected });
    const page = await context.newPage();
    await page.goto('/accesso');
    await enterAs(page, person);
    await expect(page).toHaveURL(address);
    await context.close();
  }
});

test('whom the portal does not know is told so in words, and so is who turned back', async ({ page }) => {
  await page.goto('/accesso');
  await expectGoodLooks(page, 'the sign-in page with a provider');
  await enterAs(page, null);
  await expect(page.getByRole('alert')).toContainText('L’accesso è stato annullato.');
  await enterAs(page, 'estraneo');
  await expect(page.getByRole('alert')).toContainText(
    'Sei stato riconosciuto, ma nel portale non c’è un utente attivo',
  );
  await expectGoodLooks(page, 'the refusal of a person');
  await page.context().clearCookies();
  await page.goto('/accesso');
  await enterAs(page, 'non-verificato');
  await expect(page.getByRole('alert')).toContainText('non c’è un utente attivo');
});

test('an answer that no browser asked for is taken for what it is', async ({ page }) => {
  await page.goto('/accesso/identita/ritorno?code=indovinato&state=indovinato');
  await expect(page).toHaveURL('/accesso?identita=stale');
  await expect(page.getByRole('alert')).toContainText('Il tentativo di accesso è scaduto');
});
