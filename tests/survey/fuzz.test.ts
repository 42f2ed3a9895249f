import { expect, test } from 'vitest';
import { fuzz } from './fuzz/fuzz.ts';

const REQUESTS = 1000;
const SLOW = 120_000;

test(
  'no hostile request to the four calls is a fault, stops the portal or changes what is stored',
  { timeout: SLOW },
  async () => {
    const counts = await fuzz(REQUESTS);
    // Or the requests would be turned away at the door and show nothing.
    const statuses = (call: Parameters<typeof counts.get>[0]) => [...(counts.get(call)?.keys() ?? [])];
    expect(statuses('current')).toEqual(expect.arrayContaining([200, 404]));
    expect(statuses('credential')).toEqual(expect.arrayContaining([400, 401, 403, 404]));
    expect(statuses('response')).toEqual(expect.arrayContaining([400, 403, 404, 410]));
    expect(statuses('board')).toEqual(expect.arrayContaining([200, 404]));
  },
);
