import { expect, test } from 'vitest';
import { loopbackRedirect } from './loopback.ts';

const page = new URL('http://127.0.0.1:3000/schede?anno=2025');

test('another name of the same machine leads to the one that the portal runs under', () => {
  expect(loopbackRedirect(page, 'localhost:3000')).toBe('http://127.0.0.1:3000/schede?anno=2025');
  expect(loopbackRedirect(page, '[::1]:3000')).toBe('http://127.0.0.1:3000/schede?anno=2025');
});

test('the right name, a missing one and a broken one stay where they are', () => {
  for (const host of ['127.0.0.1:3000', null, '', 'local host', '%%%']) {
    expect(loopbackRedirect(page, host)).toBeUndefined();
  }
});

test('behind a proxy nobody is sent anywhere', () => {
  const behindProxy = new URL('https://accordo.comune.example/');
  expect(loopbackRedirect(behindProxy, '127.0.0.1:3000')).toBeUndefined();
  expect(loopbackRedirect(page, 'accordo.comune.example')).toBeUndefined();
  expect(loopbackRedirect(page, 'localhost:8080')).toBeUndefined();
});
