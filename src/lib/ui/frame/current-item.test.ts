import { expect, test } from 'vitest';
import { currentItem } from './current-item.ts';

const items = [{ href: '/' }, { href: '/risultati' }, { href: '/risultati/direzioni' }];

test('a page below an entry is marked there, at the nearest one', () => {
  expect(currentItem(items, '/risultati')?.href).toBe('/risultati');
  expect(currentItem(items, '/risultati/persone/p1')?.href).toBe('/risultati');
  expect(currentItem(items, '/risultati/direzioni/d01')?.href).toBe('/risultati/direzioni');
});

test('the home page stands only for itself, and a similar name for nothing', () => {
  expect(currentItem(items, '/')?.href).toBe('/');
  expect(currentItem(items, '/privacy')).toBeUndefined();
  expect(currentItem(items, '/risultati-2024')).toBeUndefined();
});
