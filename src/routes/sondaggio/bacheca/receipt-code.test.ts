import { expect, test } from 'vitest';
import { receiptOf } from '#lib/server/survey/receipt.ts';
import { readReceipt } from './receipt-code.ts';

test('a receipt is read as the server writes it', () => {
  const receipt = receiptOf(Buffer.alloc(32, 7));
  expect(readReceipt(receipt)).toBe(receipt);
});

test('case, spaces and letters mistaken for digits do not matter', () => {
  expect(readReceipt(' 7k2m q9xd o4tc hbl5 ')).toBe('7K2M-Q9XD-04TC-HB15');
});

test('what has not sixteen letters is none', () => {
  expect(readReceipt('7K2M-Q9XD')).toBe(8);
  expect(readReceipt('')).toBe(0);
});
