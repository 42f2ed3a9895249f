import type { Page } from '@playwright/test';
import { ROUTES } from '../../src/lib/server/permissions/routes.ts';
import { expectFits, expectGoodLooks, OTHER_LOOKS } from '../portal/accessibility.ts';
import { complaintsOf } from '../portal/complaints.ts';
import { expectNoItalian } from '../portal/language.ts';
import { isOfSurvey, NOT_FOUND, PAGES, type ShownPage } from '../portal/pages.ts';
import { expect, test } from '../portal/test.ts';

/** Addresses that show nothing of their own: they send the browser on, or a file. */
const WAYS_THROUGH = [
  '/accesso/identita',
  '/accesso/identita/ritorno',
  '/dati/[list]/esporta',
  '/dati/[list]/importazioni/[run]/stato',
  '/dati/[list]/modello',
  '/dati/documento',
  '/obiettivi/[objective]/allegato/[report]',
];

test('every page that answers is among those that are looked at', () => {
  const shown = Object.entries(ROUTES).flatMap(([route, needs]) =>
    'GET' in needs && !isOfSurvey(route) ? [route] : [],
  );
  expect(Object.keys(PAGES).concat(WAYS_THROUGH).sort()).toEqual(shown.sort());
});

/** Looks at a page in a language. */
async function lookAt(page: Page, { path, ...headings }: ShownPage, locale: 'it' | 'en'): Promise<void> {
  await page.goto(path);
  await expect(page.locator('html')).toHaveAttribute('lang', locale);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(headings[locale]);
  // The first level of what opens: the reasons of the figures.
  await page.evaluate(() => {
    for (const details of document.querySelectorAll<HTMLDetailsElement>('main > details'))
      details.open = true;
  });
  if (locale === 'it') return expectGoodLooks(page, path);
  // The same structure and colours, with other words in it.
  await expectNoItalian(page, path);
  await page.setViewportSize({ width: 320, height: 800 });
  await expectFits(page, `${path} in English`);
}

for (const [as, pages] of Map.groupBy(Object.values(PAGES).flat(), ({ as }) => as))
  for (const locale of ['it', 'en'] as const)
    test(`the pages of ${as ?? 'everybody'} are accessible and fit, in ${locale}`, async ({
      openAs,
      baseURL,
    }) => {
      test.slow();
      const page = await openAs(as);
      await page.context().addCookies([{ name: 'accordo-locale', value: locale, url: baseURL! }]);
      const complaints = complaintsOf(page, baseURL!);
      for (const shown of pages) await lookAt(page, shown, locale);
      expect(complaints).toEqual([]);
    });

test('a page that is not there, or not open to who asks, is whole and accessible too', async ({
  openAs,
  baseURL,
}) => {
  for (const shown of NOT_FOUND) {
    const page = await openAs(shown.as);
    const complaints = complaintsOf(page, baseURL!);
    await lookAt(page, shown, 'it');
    // The browser tells of the page itself, and of nothing that it needs.
    expect(complaints).toEqual([expect.stringContaining('404')]);
  }
});

test('the page of an account is accessible and fits', async ({ openAs, baseURL }) => {
  const page = await openAs('amministratore');
  const complaints = complaintsOf(page, baseURL!);
  await page.goto('/amministrazione/utenti?cerca=nucleo');
  await page.getByRole('link', { name: 'Ostinato Ada' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ada Ostinato');
  await expectGoodLooks(page, 'an account in it');
  await page.getByRole('button', { name: 'English', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Roles' })).toBeVisible();
  await expectNoItalian(page, 'an account');
  await expectGoodLooks(page, 'an account in en', OTHER_LOOKS);
  expect(complaints).toEqual([]);
});
