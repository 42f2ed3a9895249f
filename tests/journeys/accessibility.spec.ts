import { ROUTES } from '../../src/lib/server/permissions/routes.ts';
import { expectGoodInAllLooks } from '../portal/accessibility.ts';
import { complaintsOf } from '../portal/complaints.ts';
import { expectNoItalian } from '../portal/language.ts';
import { isOfSurvey, NOT_FOUND, PAGES, type ShownPage } from '../portal/pages.ts';
import { expect, test } from '../portal/test.ts';

/** Addresses that show nothing of their own: they send the browser on. */
const WAYS_THROUGH = ['/accesso/identita', '/accesso/identita/ritorno'];

test('every page that answers is among those that are looked at', () => {
  const shown = Object.entries(ROUTES).flatMap(([route, needs]) =>
    'GET' in needs && !isOfSurvey(route) ? [route] : [],
  );
  expect(Object.keys(PAGES).concat(WAYS_THROUGH).sort()).toEqual(shown.sort());
});

const all: readonly ShownPage[] = [...Object.values(PAGES).flat(), ...NOT_FOUND];

for (const { as, path, ...headings } of all)
  test(`${path} is accessible, fits and speaks both languages (${as ?? 'nobody'})`, async ({
    openAs,
    baseURL,
  }) => {
    const page = await openAs(as);
    const complaints = complaintsOf(page, baseURL!);
    for (const locale of ['it', 'en'] as const) {
      await page.context().addCookies([{ name: 'accordo-locale', value: locale, url: baseURL! }]);
      await page.goto(path);
      await expect(page.locator('html')).toHaveAttribute('lang', locale);
      await expect(page.getByRole('heading', { level: 1 })).toContainText(headings[locale]);
      // The first level of what opens: the reasons of the figures.
      await page.evaluate(() => {
        for (const details of document.querySelectorAll<HTMLDetailsElement>('main > details'))
          details.open = true;
      });
      if (locale === 'en') await expectNoItalian(page, path);
      await expectGoodInAllLooks(page, `${path} in ${locale}`);
    }
    // That a page is not there the browser says itself.
    const isMissing = NOT_FOUND.some((page) => page.path === path);
    expect(complaints.filter((complaint) => !isMissing || !complaint.includes('404'))).toEqual([]);
    if (isMissing) expect(complaints).toHaveLength(2);
  });

test('the page of an account is accessible, fits and speaks both languages', async ({ openAs, baseURL }) => {
  const page = await openAs('amministratore');
  const complaints = complaintsOf(page, baseURL!);
  await page.goto('/amministrazione/utenti?cerca=nucleo');
  await page.getByRole('link', { name: 'Ostinato Ada' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ada Ostinato');
  await expectGoodInAllLooks(page, 'an account in it');
  await page.getByRole('button', { name: 'English', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Roles' })).toBeVisible();
  await expectGoodInAllLooks(page, 'an account in en');
  expect(complaints).toEqual([]);
});
