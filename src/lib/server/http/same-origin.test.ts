import { expect, test } from 'vitest';
import { isOwnForm } from './same-origin.ts';

const own = 'https://accordo.comune.example';
const form = 'application/x-www-form-urlencoded';

function request(method: string, headers: Record<string, string>): Request {
  return new Request(`${own}/profilo`, { method, headers });
}

test.each([
  ['the portal’s own form', { origin: own, 'content-type': form }, true],
  [
    'a file in the portal’s own form',
    { origin: own, 'content-type': 'multipart/form-data; boundary=x' },
    true,
  ],
  ['another site’s form', { origin: 'https://example.com', 'content-type': form }, false],
  ['a page without an origin of its own', { origin: 'null', 'content-type': form }, false],
  ['a request that does not say where it is from', { 'content-type': form }, false],
  ['plain text, which any page can send', { origin: own, 'content-type': 'text/plain' }, false],
  ['JSON in the place of a form', { origin: own, 'content-type': 'application/json' }, false],
  ['a body of no type', { origin: own }, false],
  ['the same name without TLS', { origin: 'http://accordo.comune.example', 'content-type': form }, false],
] as const)('%s', (_what, headers, taken) => {
  expect(isOwnForm(request('POST', headers), own)).toBe(taken);
});

test('reading needs no origin', () => {
  expect(isOwnForm(request('GET', {}), own)).toBe(true);
});
