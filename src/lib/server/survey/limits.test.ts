import { beforeEach, expect, test, vi } from 'vitest';

// The limits are read once in the life of a portal: each test begins another life.
beforeEach(() => {
  vi.resetModules();
  vi.unstubAllEnvs();
});

const limits = () => import('./limits.ts');

/** How many of so many in the same minute are allowed. */
async function allowed(kind: 'votes' | 'credentials', who: string, tries: number): Promise<number> {
  const { allows } = await limits();
  let count = 0;
  for (let at = 0; at < tries; at++) if (await allows(kind, who)) count++;
  return count;
}

test.each([
  ['votes', 600],
  ['credentials', 30],
] as const)(
  'who asks for %s without end is stopped after %i a minute, and nobody else is',
  async (kind, most) => {
    expect(await allowed(kind, 'one', most + 20)).toBe(most);
    expect(await allowed(kind, 'other', 1)).toBe(1);
  },
);

test('a load test from one address lifts the limit by the environment', async () => {
  vi.stubEnv('ACCORDO_LIMIT_VOTES', '2000');
  expect(await allowed('votes', 'one', 1500)).toBe(1500);
});

test('a limit that is none is refused', async () => {
  vi.stubEnv('ACCORDO_LIMIT_VOTES', 'many');
  await expect(allowed('votes', 'one', 1)).rejects.toThrow();
});
