import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { m } from '#lib/paraglide/messages.js';
import { fillDocument } from './document.ts';
import { parseLocale } from './locale.ts';
import { withLocale } from './locale.server.ts';
import { parseTheme } from './theme.ts';

test('two requests in different languages do not meet, though they wait for each other', async () => {
  const answer = async () => {
    await pause(1);
    return m.ui_role_employee();
  };
  expect(await Promise.all([withLocale('en', answer), withLocale('it', answer)])).toEqual([
    'Employee',
    'Dipendente',
  ]);
});

test('outside of a request the portal speaks Italian', () => {
  expect(m.ui_role_employee()).toBe('Dipendente');
});

test('only the languages and themes of the portal are taken from a cookie or a form', () => {
  expect(parseLocale('en')).toBe('en');
  expect(parseLocale('fr')).toBeNull();
  expect(parseLocale(undefined)).toBeNull();
  expect(parseTheme('dark')).toBe('dark');
  expect(parseTheme('"><script>')).toBeNull();
});

test('the document says its language, and its theme only if the person has chosen one', () => {
  const html = '<html lang="%lang%" data-theme="%theme%">';
  expect(fillDocument(html, 'en', 'dark')).toBe('<html lang="en" data-theme="dark">');
  expect(fillDocument(html, 'it', 'auto')).toBe('<html lang="it" data-theme="">');
});
