import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { throttle, throttleSettings, type Throttle } from './throttle.ts';

let tries: Throttle;

beforeEach(() => {
  vi.useFakeTimers();
  tries = throttle({ free: 3, freeAnywhere: 10, perAddress: 20 });
});

afterEach(() => {
  vi.useRealTimers();
});

const attempt = (who = 'anna', from = '10.0.0.1') => tries.attempt('password', who, from);
const allowed = async (who?: string, from?: string) => (await attempt(who, from)).allowed;

test('after the free tries each failure doubles the wait', async () => {
  const waits: number[] = [];
  for (let at = 0; at < 7; at++) {
    expect(await allowed()).toBe(true);
    const next = await attempt();
    const seconds = next.allowed ? 0 : next.seconds;
    // The try that was let through counts too.
    if (next.allowed) continue;
    waits.push(seconds);
    vi.advanceTimersByTime(seconds * 1000);
  }
  expect(waits.slice(0, 4)).toEqual([1, 2, 4, 8]);
});

test('a hundred at once are three', async () => {
  const answers = await Promise.all(Array.from({ length: 100 }, () => attempt()));
  expect(answers.filter((answer) => answer.allowed).length).toBeLessThanOrEqual(3);
});

test('whoever gets it right starts anew', async () => {
  await attempt();
  await attempt();
  const right = await attempt();
  if (right.allowed) await right.forgive();
  expect(await allowed()).toBe(true);
  expect(await allowed()).toBe(true);
});

test('somebody else’s tries from elsewhere do not lock a person out', async () => {
  for (let at = 0; at < 5; at++) await attempt('anna', '10.0.0.66');
  expect(await allowed('anna', '10.0.0.66')).toBe(false);
  expect(await allowed('anna', '10.0.0.1')).toBe(true);
});

test('one login tried from ever new addresses is slowed down, a minute at most', async () => {
  for (let at = 0; at < 40; at++) {
    await attempt('anna', `10.0.1.${at}`);
    vi.advanceTimersByTime(61_000);
  }
  await attempt('anna', '10.0.2.1');
  const next = await attempt('anna', '10.0.2.2');
  expect(next).toMatchObject({ allowed: false, seconds: 60 });
});

test('one address that tries ever new logins is stopped', async () => {
  for (let at = 0; at < 20; at++) await attempt(`login${at}`);
  expect(await allowed('another')).toBe(false);
  expect(await allowed('another', '10.0.0.2')).toBe(true);
});

test('limits come from the environment, and must be numbers', () => {
  expect(throttleSettings({}).free).toBe(5);
  expect(throttleSettings({ ACCORDO_LIMIT_PER_ADDRESS: '100000' }).perAddress).toBe(100_000);
  expect(() => throttleSettings({ ACCORDO_LIMIT_TRIES: 'many' })).toThrow('ACCORDO_LIMIT_TRIES');
});
