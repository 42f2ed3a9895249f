import { expect, test } from '../portal/test.ts';

test('the results of the example year carry the published figures', async ({ openAs }) => {
  const page = await openAs('segretario');
  await page.goto('/risultati');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('I risultati del 2025');
  await expect(page.getByRole('row').filter({ hasText: 'Polizia Locale' }).first()).toBeVisible();

  const directions = page.getByRole('table').first();
  await expect(directions.getByRole('row')).toHaveCount(14);
  const shown = async (title: string, value: string) => {
    await expect(page.locator('summary').filter({ hasText: title }).first()).toContainText(value);
  };
  await shown('Premio medio pro capite', '1.079,56 €');
  await shown('Valore della maggiorazione', '356,00 €');
  await shown('Numero delle maggiorazioni', '56');
  await shown('Premio medio con maggiorazione', '1.399,71 €');
  await shown('Partecipazione', '65,80 %');
  await expect(page.getByRole('row').filter({ hasText: 'SMART' })).toContainText('990,93');
});

test('every figure says why, down to the data and the regulation', async ({ openAs }) => {
  const page = await openAs('nucleo');
  await page.goto('/risultati');
  await page.getByRole('link', { name: 'Polizia Locale' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Polizia Locale');

  const silos = page
    .locator('main > details')
    .filter({ has: page.locator('> summary', { hasText: 'SET-B2 Silos di valore pubblico' }) });
  await silos.locator('summary').first().click();
  await expect(silos.getByText('23,12 punti').first()).toBeVisible();
  await silos.locator('summary').filter({ hasText: 'media dei silos' }).click();
  for (const silo of ['Cresco', 'Curo', 'Partecipo'])
    await expect(silos.locator('summary').filter({ hasText: `silo ${silo}` })).toBeVisible();
  await silos.locator('summary').filter({ hasText: 'silo Cresco' }).click();
  await expect(silos.getByText('89,4 %').last()).toBeVisible();
});

test('somebody reads the own sheet, and why every figure is so', async ({ openAs }) => {
  const page = await openAs('dipendente');
  await page.goto('/');
  await page.getByRole('link', { name: 'Leggi la tua scheda del 2025' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('La tua scheda');
  await expect(page.getByRole('heading', { name: 'Dipendente, Cultura e Turismo' })).toBeVisible();

  const pay = page
    .locator('main > details')
    .filter({ has: page.locator('> summary', { hasText: 'Importo spettante' }) });
  await pay.locator('summary').first().click();
  await expect(pay.getByText('importo spettante').first()).toBeVisible();
});

test('an EQ holder and an executive read the sheets of their people, from the list of these', async ({
  openAs,
}) => {
  for (const login of ['eq', 'dirigente'] as const) {
    const page = await openAs(login);
    await page.goto('/persone?cerca=fortepiano+aurora');
    await page.getByRole('link', { name: 'Fortepiano Aurora' }).click();
    await page.getByRole('link', { name: 'La scheda del 2025' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Scheda di Aurora Fortepiano');
  }
});

test('the reasons open by keyboard and without JavaScript', async ({ openAs }) => {
  const page = await openAs('programmazione', { javaScriptEnabled: false });
  await page.goto('/risultati');
  const why = page.locator('main > details').filter({ hasText: 'Qualità della vita' }).first();
  await why.locator('summary').first().focus();
  await page.keyboard.press('Enter');
  await expect(why.getByText('posizione da non superare')).toBeVisible();
});

test('a direction that does not exist is said so', async ({ openAs }) => {
  const page = await openAs('nucleo');
  const answer = await page.goto('/risultati/direzioni/d99');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pagina non trovata');
});
