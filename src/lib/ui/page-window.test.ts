import { expect, test } from 'vitest';
import { pageWindow } from './page-window.ts';

test('few pages are all offered', () => {
  expect(pageWindow(1, 1)).toEqual([1]);
  expect(pageWindow(2, 4)).toEqual([1, 2, 3, 4]);
});

test('of many pages the first, the last and the neighbours are offered', () => {
  expect(pageWindow(1, 20)).toEqual([1, 2, null, 20]);
  expect(pageWindow(10, 20)).toEqual([1, null, 9, 10, 11, null, 20]);
  expect(pageWindow(20, 20)).toEqual([1, null, 19, 20]);
});

test('a gap of one page is filled with it', () => {
  expect(pageWindow(4, 7)).toEqual([1, 2, 3, 4, 5, 6, 7]);
});
