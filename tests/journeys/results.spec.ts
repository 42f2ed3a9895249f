import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

test('the results of the example year carry the published figures', async ({ page }) => {
  await page.goto('/');
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

test('every figure says why, down to the data and the regulation', async ({ page }) => {
  await page.goto('/');
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

test('the reasons open by keyboard and without JavaScript', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  const page = await context.newPage();
  await page.goto('/');
  const why = page.locator('main > details').filter({ hasText: 'Qualità della vita' }).first();
  await why.locator('summary').first().focus();
  await page.keyboard.press('Enter');
  await expect(why.getByText('posizione da non superare')).toBeVisible();
  await context.close();
});

test('a direction that does not exist is said so', async ({ page }) => {
  const answer = await page.goto('/direzioni/d99');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pagina non trovata');
});

for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [1280, 320])
    test(`the pages are accessible and fit at ${width} pixels, ${colorScheme}`, async ({
      browser,
      baseURL,
    }) => {
      const context = await browser.newContext({
        colorScheme,
        viewport: { width, height: 800 },
        ...(baseURL && { baseURL }),
      });
      const page = await context.newPage();
      for (const path of ['/', '/direzioni/d01']) {
        await page.goto(path);
        for (const summary of await page.locator('main > details > summary').all()) await summary.click();
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
          .analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
      }
      await context.close();
    });
