import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { qrCode } from './qr-code.ts';
import { newTotpSecret, totpAddress } from './totp.ts';

test('the drawing has a square for every dark module, and a quiet edge around', () => {
  const text = totpAddress(newTotpSecret(), 'emma');
  const { size, path } = qrCode(text);
  const squares = [...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => [Number(x), Number(y)]);
  expect(squares.map(([x, y]) => `M${x} ${y}h1v1h-1z`).join('')).toBe(path);

  const { data } = encode(text, { ecc: 'M', border: 0 });
  expect(size).toBe(data.length + 8);
  const dark = new Set(squares.map(([x, y]) => `${x},${y}`));
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) expect(dark.has(`${x},${y}`)).toBe(data[y - 4]?.[x - 4] ?? false);
});
