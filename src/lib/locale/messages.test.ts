import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LOCALES, type Locale } from './locale.ts';

const SCHEMA = '$schema';

type Catalogue = Readonly<Record<string, unknown>>;

const features = readdirSync('messages').sort();
const settings = JSON.parse(readFileSync('project.inlang/settings.json', 'utf8')) as {
  baseLocale: string;
  locales: string[];
  'plugin.inlang.messageFormat': { pathPattern: string[] };
};

function catalogue(feature: string, locale: Locale): Catalogue {
  const { [SCHEMA]: _, ...messages } = JSON.parse(
    readFileSync(`messages/${feature}/${locale}.json`, 'utf8'),
  ) as Record<string, unknown>;
  return messages;
}

/** Every text of a message: one, or one for each variant, such as singular and plural. */
function texts(message: unknown): string[] {
  if (typeof message === 'string') return [message];
  const variants = message as { match: Record<string, string> }[];
  return variants.flatMap(({ match }) => Object.values(match));
}

function placeholders(message: unknown): string[] {
  const names = texts(message).flatMap((text) => [...text.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name!));
  return [...new Set(names)].sort();
}

test('every feature with messages is one that the compiler reads, in the languages of the portal', () => {
  expect([...settings['plugin.inlang.messageFormat'].pathPattern].sort()).toEqual(
    features.map((feature) => `./messages/${feature}/{locale}.json`),
  );
  expect(settings.locales).toEqual(LOCALES);
  expect(settings.baseLocale).toBe(LOCALES[0]);
});

describe.each(features)('the messages of «%s»', (feature) => {
  const italian = catalogue(feature, 'it');
  const english = catalogue(feature, 'en');

  test('are the same in both languages', () => {
    expect(Object.keys(english).sort()).toEqual(Object.keys(italian).sort());
  });

  test('ask for the same values in both languages', () => {
    for (const [key, message] of Object.entries(italian)) {
      expect(placeholders(english[key]), key).toEqual(placeholders(message));
    }
  });

  test('are never empty, and have an answer to every case', () => {
    for (const [key, message] of [...Object.entries(italian), ...Object.entries(english)]) {
      expect(texts(message).length, key).toBeGreaterThan(0);
      for (const text of texts(message)) expect(text, key).toMatch(/^\S(.*\S)?$/s);
      if (typeof message === 'string') continue;
      for (const { match } of message as { match: Record<string, string> }[]) {
        const last = Object.keys(match).at(-1) ?? '';
        expect(
          last.split(',').every((part) => part.trim().endsWith('=*')),
          `${key} has no variant for all other values`,
        ).toBe(true);
      }
    }
  });

  test('are named after the feature', () => {
    for (const key of Object.keys(italian)) {
      expect(key).toMatch(new RegExp(`^${feature}_[a-z][A-Za-z0-9]*(_[a-z0-9][A-Za-z0-9]*)*$`));
    }
  });
});
