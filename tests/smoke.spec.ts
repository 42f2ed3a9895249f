import { complaintsOf } from './portal/complaints.ts';
import { expect, test } from './portal/test.ts';

test('the portal answers, and the browser has nothing to complain about', async ({ page, baseURL }) => {
  const complaints = complaintsOf(page, baseURL!);
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page).toHaveTitle(/Accordo/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'it');
  await page.waitForLoadState('networkidle');
  expect(complaints).toEqual([]);
});

test('a page that does not exist helps, shows nothing of the inside and leads back', async ({
  page,
  baseURL,
}) => {
  const answer = await page.goto('/questa-pagina-non-esiste');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pagina non trovata');
  await expect(page.getByText(/node_modules|\.js:\d+|\bat \w+ \(/)).toHaveCount(0);

  const complaints = complaintsOf(page, baseURL!);
  await page.getByRole('link', { name: 'Torna alla pagina iniziale' }).click();
  await expect(page).toHaveURL('/');
  await page.waitForLoadState('networkidle');
  expect(complaints).toEqual([]);
});
