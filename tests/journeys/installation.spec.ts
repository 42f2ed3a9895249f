import { accordo, startPortal } from '../portal/portal-process.ts';
import { authenticatorCode, givePassword } from '../portal/sign-in.ts';
import { freeAddress } from '../portal/servers.ts';
import { expect, test } from '../portal/test.ts';

const FOLDER = 'real';
const ADMINISTRATOR = ['Comune di Prova', 'Prima', 'Persona', 'prima@comune.example', 'prima.persona'];
const PASSWORD = 'la tavola armonica';

test('the demo says that it is one, on every page, and lists its accounts', async ({ page }) => {
  for (const path of ['/', '/aiuto', '/questa-pagina-non-esiste']) {
    await page.goto(path);
    await expect(page.getByRole('complementary', { name: 'Dimostrazione' })).toContainText(
      'persone inventate',
    );
  }
  await page.goto('/accesso');
  const accounts = page.getByRole('table', { name: 'Utenti della dimostrazione' });
  await expect(accounts.getByRole('row')).toHaveCount(10);
  await expect(page.getByRole('main')).toContainText('violino-di-prova');
});

test('a real installation begins empty, with its first administrator and nothing of the demo', async ({
  openAs,
}) => {
  test.slow();
  const begun = await accordo(['init'], FOLDER, [...ADMINISTRATOR, PASSWORD, PASSWORD]);
  expect(begun).toMatchObject({ code: 0 });
  expect(begun.output).toContain('accedere come prima.persona');
  expect(begun.output + begun.errors).not.toContain(PASSWORD);
  expect((await accordo(['init'], 'demo', [...ADMINISTRATOR, PASSWORD, PASSWORD])).errors).toContain(
    'dati di esempio',
  );

  const portal = await startPortal(await freeAddress(), FOLDER);
  try {
    const page = await openAs(null, { baseURL: portal.address });
    for (const path of ['/', '/accesso', '/aiuto']) {
      await page.goto(path);
      await expect(page.getByRole('banner')).toContainText('Comune di Prova');
      await expect(page.getByRole('complementary', { name: 'Dimostrazione' })).toHaveCount(0);
      await expect(page.locator('body')).not.toContainText(/violino-di-prova|dimostrazione|Cremona/i);
    }
    await page.goto('/accesso');
    await expect(page.getByRole('table')).toHaveCount(0);
    await givePassword(page, 'amministratore', 'violino-di-prova');
    await expect(page.getByRole('alert')).toContainText('non sono giusti');

    await givePassword(page, 'prima.persona', PASSWORD);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Attiva il secondo fattore');
    const secret = await page.locator('ol code').innerText();
    await page.getByLabel('Codice', { exact: true }).fill(authenticatorCode(secret));
    await page.getByRole('button', { name: 'Attiva' }).click();
    await expect(page.getByRole('status').locator('li code')).toHaveCount(10);
    await page.getByRole('main').getByRole('link', { name: 'Continua' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ciao, Prima Persona');

    for (const path of [
      '/scadenze',
      '/organizzazione',
      '/persone',
      '/amministrazione/utenti',
      '/amministrazione/registro',
    ]) {
      expect((await page.goto(path))?.status(), path).toBe(200);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    }
    // The page that asks for the code shows none.
    await page.getByRole('button', { name: 'Esci' }).click();
    await page.goto('/accesso');
    await givePassword(page, 'prima.persona', PASSWORD);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Secondo passo dell’accesso');
    await expect(page.locator('main code')).toHaveCount(0);
    await page.getByLabel('Codice', { exact: true }).fill(authenticatorCode(secret, 1));
    await page.getByRole('button', { name: 'Continua' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ciao, Prima Persona');
  } finally {
    await portal.stop();
  }
});
