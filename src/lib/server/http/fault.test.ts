import { expect, test } from 'vitest';
import { faultId, faultLine } from './fault.ts';

const at = new Date('2026-03-01T09:30:00Z');

test('a fault is one line of JSON, however many lines its message has', () => {
  const error = new TypeError('first\nsecond');
  const line = faultLine({ id: 'abcd2345', status: 500, method: 'GET', route: '/schede/[id]', error }, at);

  expect(line).not.toContain('\n');
  expect(JSON.parse(line)).toMatchObject({
    level: 'error',
    at: '2026-03-01T09:30:00.000Z',
    id: 'abcd2345',
    status: 500,
    method: 'GET',
    route: '/schede/[id]',
    name: 'TypeError',
    message: 'first\nsecond',
  });
});

test('whatever was thrown has a line', () => {
  const line = faultLine({ id: 'x', status: 500, method: 'POST', route: null, error: 'just words' }, at);
  expect(JSON.parse(line)).toMatchObject({ message: 'just words', route: null });
});

test('codes are short, easy to read out and differ', () => {
  const ids = Array.from({ length: 200 }, faultId);
  expect(new Set(ids).size).toBe(200);
  for (const id of ids) expect(id).toMatch(/^[a-hjkmnp-z2-9]{8}$/);
});
