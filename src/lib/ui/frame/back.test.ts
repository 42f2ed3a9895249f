import { expect, test } from 'vitest';
import { backTo } from './back.ts';

test('a choice returns to the page with its search', () => {
  expect(backTo(new URL('http://portal/persone?cerca=Bianchi&pagina=2'))).toBe(
    '/persone?cerca=Bianchi&pagina=2',
  );
});

test('the name of a form action is no page to return to', () => {
  expect(backTo(new URL('http://portal/profilo/accessi?/end'))).toBe('/profilo/accessi');
});
