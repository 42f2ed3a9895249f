import { expect, test } from 'vitest';
import { compressed } from './compression.ts';

const text = 'otto domande '.repeat(100);
const asked = (encodings: string) =>
  new Request('http://portal.example/', { headers: { 'accept-encoding': encodings } });
const answer = (init?: ResponseInit) =>
  new Response(text, { headers: { 'content-length': String(text.length), etag: '"a"' }, ...init });

test('a browser that takes it gets the same in fewer bytes', async () => {
  const { headers, body } = compressed(asked('gzip, deflate, br'), answer());
  expect(Object.fromEntries(headers)).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
  expect(headers.get('content-length')).toBeNull();
  const bytes = await new Response(body).bytes();
  expect(bytes.length).toBeLessThan(text.length / 4);
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  expect(await new Response(unpacked).text()).toBe(text);
});

test('who does not take it, and what is not there, are answered as before', () => {
  const plain = answer();
  expect(compressed(asked('identity'), plain)).toBe(plain);
  const missing = answer({ status: 404 });
  expect(compressed(asked('gzip'), missing)).toBe(missing);
});
