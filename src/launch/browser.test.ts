import { expect, test } from 'vitest';
import { chooseBrowser } from './browser.mjs';

const own = '/home/anna/.cache/ms-playwright/chromium/chrome';
const machineWith =
  (...paths: string[]) =>
  (path: string) =>
    paths.includes(path);

test('the browser that was asked for comes first', () => {
  const exists = machineWith('/opt/chromium', own, '/usr/bin/chromium');
  expect(chooseBrowser({ asked: '/opt/chromium', own, exists })).toBe('/opt/chromium');
});

test('one that was asked for and is missing is said, not replaced', () => {
  const exists = machineWith(own);
  expect(() => chooseBrowser({ asked: '/opt/chromium', own, exists })).toThrow('/opt/chromium');
});

test("then Playwright's own, then the system's, in order", () => {
  const look = (...paths: string[]) =>
    chooseBrowser({ asked: undefined, own, exists: machineWith(...paths) });
  expect(look(own, '/usr/bin/chromium')).toBe(own);
  expect(look('/usr/bin/chromium', '/usr/bin/chromium-headless-shell')).toBe(
    '/usr/bin/chromium-headless-shell',
  );
  expect(look('/usr/bin/google-chrome', '/usr/bin/chromium')).toBe('/usr/bin/chromium');
  expect(look('/usr/bin/google-chrome', '/usr/bin/chromium-browser')).toBe('/usr/bin/chromium-browser');
  expect(look('/usr/bin/google-chrome')).toBe('/usr/bin/google-chrome');
  expect(look()).toBeUndefined();
});
