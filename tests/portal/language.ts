import { readdirSync, readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';

/** Shorter ones may be names of units, or words that both languages have. */
const LEAST_WORDS = 3;

const catalogue = (feature: string, locale: 'it' | 'en') =>
  JSON.parse(readFileSync(`messages/${feature}/${locale}.json`, 'utf8')) as Record<string, unknown>;

/** What the portal says in Italian and otherwise in English. */
const italian: readonly string[] = readdirSync('messages').flatMap((feature) => {
  const english = catalogue(feature, 'en');
  return Object.entries(catalogue(feature, 'it')).flatMap(([key, text]) =>
    typeof text === 'string' &&
    text !== english[key] &&
    text.split(' ').length >= LEAST_WORDS &&
    !text.includes('{') &&
    !key.startsWith('$')
      ? [text]
      : [],
  );
});

/** That no message of the page stands there in Italian. */
export async function expectNoItalian(page: Page, about: string): Promise<void> {
  const text = await page.locator('body').innerText();
  expect
    .soft(
      italian.filter((message) => text.includes(message)),
      about,
    )
    .toEqual([]);
}
