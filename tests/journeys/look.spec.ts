import type { Page } from '@playwright/test';
import { signIn } from '../portal/sign-in.ts';
import { expect, test } from '../portal/test.ts';

/** Presses a button that the server answers with the page anew. */
async function choose(page: Page, name: string) {
  await page.getByRole('button', { name, exact: true }).click();
  await page.waitForLoadState('load');
}

const backOf = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

test('language and theme are chosen without JavaScript, kept, and lead back to the page', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  const page = await context.newPage();
  await page.goto('/aiuto/dirigente');
  await expect(page.locator('html')).toHaveAttribute('lang', 'it');

  await choose(page, 'English');
  await expect(page).toHaveURL('/aiuto/dirigente');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Executive');

  await choose(page, 'Dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.goto('/privacy');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Privacy notice');
  await expect(page.getByRole('button', { name: 'Dark' })).toHaveAttribute('aria-pressed', 'true');
  await context.close();
});

test('with JavaScript, moving on keeps the language', async ({ page }) => {
  await page.goto('/aiuto');
  await choose(page, 'English');
  await page.getByRole('link', { name: 'Evaluation board' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Evaluation board');
  await expect(page.getByRole('heading', { name: 'What you can do' })).toBeVisible();
});

test('who has not chosen a theme has that of the device; who has keeps the own', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/aiuto');
  const dark = await backOf(page);
  await choose(page, 'Chiaro');
  const light = await backOf(page);
  expect(light).not.toBe(dark);

  await choose(page, 'Come il dispositivo');
  expect(await backOf(page)).toBe(dark);
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await backOf(page)).toBe(light);
});

test('on paper there is the page alone, black on white', async ({ page }) => {
  await page.goto('/aiuto/dirigente');
  await choose(page, 'Scuro');
  await page.emulateMedia({ media: 'print' });
  for (const part of ['banner', 'contentinfo'] as const) await expect(page.getByRole(part)).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await backOf(page)).toBe('rgb(255, 255, 255)');
});

test('the first thing that a keyboard meets is the way past the header', async ({ page }) => {
  await page.goto('/aiuto');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Vai al contenuto' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('main').getByRole('link').first()).toBeFocused();
});

test('nothing comes from another host', async ({ page, baseURL }) => {
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(`${baseURL}/`) && !request.url().startsWith('data:'))
      foreign.push(request.url());
  });
  await page.goto('/aiuto');
  await page.waitForLoadState('networkidle');
  expect(foreign).toEqual([]);
  const loaded = await page.evaluate(() =>
    [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family),
  );
  expect(loaded.join()).toContain('Titillium Web');
});

test('language and theme outlive the sign-in: they belong to the device', async ({ page }) => {
  await signIn(page, 'sindaco');
  await choose(page, 'English');
  await choose(page, 'Dark');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hello, Marta Sottodominante');
  await choose(page, 'Sign out');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The performance cycle, explained');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('numbers, money and dates are written as the language writes them', async ({ openAs, baseURL }) => {
  const page = await openAs('segretario');
  const shown = (title: string) => page.locator('summary').filter({ hasText: title }).first();
  await page.goto('/risultati');
  await expect(shown('Premio medio pro capite')).toContainText('1.079,56 €');
  await expect(shown('Partecipazione')).toContainText('65,80 %');
  await page.goto('/organizzazione?giorno=2025-03-31');
  await expect(page.getByText('Il 31 marzo 2025')).toBeVisible();

  await page.context().addCookies([{ name: 'accordo-locale', value: 'en', url: baseURL! }]);
  await page.goto('/risultati');
  await expect(page.getByRole('row').filter({ hasText: 'Polizia Locale' }).first()).toContainText(
    /€\d\d,\d{3}\.\d\d/,
  );
  await expect(page.getByText('€1,079.56').first()).toBeVisible();
  await expect(page.getByText('65.80%').first()).toBeVisible();
  await page.goto('/organizzazione?giorno=2025-03-31');
  await expect(page.getByText('On 31 March 2025')).toBeVisible();
});
