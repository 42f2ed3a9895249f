import { expect, test, type Page } from '@playwright/test';

/** What the browser complains about on a page, a refused style or script included. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}

test('the portal answers, and the browser has nothing to complain about', async ({ page }) => {
  const complaints = complaintsOf(page);

  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page).toHaveTitle(/Accordo/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'it');
  await page.waitForLoadState('networkidle');
  expect(complaints).toEqual([]);
});

test('every answer carries the security headers', async ({ request }) => {
  for (const path of ['/', '/questa-pagina-non-esiste']) {
    const headers = (await request.get(path)).headers();
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval/);
  }
});

test('a page that does not exist helps and shows nothing of the inside', async ({ page }) => {
  const answer = await page.goto('/questa-pagina-non-esiste');

  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pagina non trovata');
  await expect(page.getByText(/node_modules|\.js:\d+|\bat \w+ \(/)).toHaveCount(0);

  await page.getByRole('link', { name: 'Torna alla pagina iniziale' }).click();
  await expect(page).toHaveURL('/');
});

test('moving between pages breaks no rule of the content security policy', async ({ page }) => {
  await page.goto('/questa-pagina-non-esiste');
  const complaints = complaintsOf(page);

  await page.getByRole('link', { name: 'Torna alla pagina iniziale' }).click();
  await expect(page).toHaveURL('/');
  await page.waitForLoadState('networkidle');
  expect(complaints).toEqual([]);
});
