import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';

/** WCAG 2.2, A and AA; each version has the success criteria of the ones before. */
const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

declare global {
  interface Window {
    axe?: typeof axe;
  }
}

/** That axe finds nothing against the standard on the page as it stands. It is put into a page once, not at each look. */
export async function expectAccessible(page: Page, about: string): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const violations = await page.evaluate(async (values) => {
    const { violations } = await window.axe!.run(document, {
      runOnly: { type: 'tag', values },
      resultTypes: ['violations'],
    });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  }, STANDARD);
  expect(violations, about).toEqual([]);
}

/** That nothing is wider than the window. */
export async function expectFits(page: Page, about: string): Promise<void> {
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(excess, `${about}: too wide by so many pixels`).toBeLessThanOrEqual(0);
}

/** Both, in both themes, on a wide and on the narrowest window. */
export async function expectGoodInAllLooks(page: Page, about: string): Promise<void> {
  // A colour on its way from one theme to the other is neither's.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    await expectFits(page, `${about}, ${width} pixels wide`);
    for (const theme of ['light', 'dark']) {
      // What the server writes for who has chosen a theme.
      await page.evaluate((theme) => (document.documentElement.dataset.theme = theme), theme);
      await expectAccessible(page, `${about}, ${width} pixels wide, ${theme}`);
    }
  }
}
