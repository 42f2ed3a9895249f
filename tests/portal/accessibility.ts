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
  expect.soft(violations, about).toEqual([]);
}

/** That nothing is wider than the window. */
export async function expectFits(page: Page, about: string): Promise<void> {
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect.soft(excess, `${about}: too wide by so many pixels`).toBeLessThanOrEqual(0);
}

export interface Look {
  readonly width: number;
  readonly theme: 'light' | 'dark';
}

/** A wide window and the narrowest there is, in one theme and in the other. */
export const LOOKS: readonly Look[] = [
  { width: 1280, theme: 'light' },
  { width: 320, theme: 'dark' },
];

/** For the other language, whose words are shorter: the wide window in the other theme, where everything is shown. */
export const OTHER_LOOKS: readonly Look[] = [{ width: 1280, theme: 'dark' }];

/** That a page is accessible and fits, as it stands, in some looks. */
export async function expectGoodLooks(page: Page, about: string, looks = LOOKS): Promise<void> {
  // A colour on its way from one theme to the other is neither's.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const { width, theme } of looks) {
    await page.setViewportSize({ width, height: 800 });
    // What the server writes for who has chosen a theme.
    await page.evaluate((theme) => (document.documentElement.dataset.theme = theme), theme);
    const look = `${about}, ${width} pixels wide, ${theme}`;
    await expectFits(page, look);
    await expectAccessible(page, look);
  }
}
