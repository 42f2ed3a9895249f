import { expect, test } from 'vitest';
import { localPath } from './local-path.ts';

test.each(['/', '/profilo', '/persone?cerca=acero&pagina=2', '/organizzazione?giorno=2025-04-01'])(
  '%s leads inside',
  (path) => {
    expect(localPath(path)).toBe(path);
  },
);

test.each([
  null,
  42,
  '',
  'profilo',
  'https://example.com/',
  '//example.com/',
  '/\\example.com',
  '/\t/example.com',
  '/.//example.com',
  'javascript:alert(1)',
])('%s leads nowhere', (path) => {
  expect(localPath(path)).toBeNull();
});
