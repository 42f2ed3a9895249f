import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Portal } from '../database/database.ts';
import { writeChanges } from '../lists/change.ts';
import { portalWith, TOWN } from '../organisation/small-town.ts';
import { openYear } from '../years/years.ts';
import { sectionElsewhere } from './elsewhere.ts';
import { surveyElsewhereList } from './lists.ts';

let portal: Portal;
let close: () => void;

beforeEach(async () => {
  ({ portal, close } = await portalWith(TOWN));
  await openYear(portal, 'accordo', 2025, 'cremona-2025');
});
afterEach(() => {
  close();
});

/** All eight statements of a direction: so many answered 3, of so many invited. */
async function bring(threes: number, invited = 10) {
  const changes = Array.from({ length: 8 }, (_, at) => ({
    before: null,
    after: {
      ...{ unitId: 'north', statement: String(at + 1), invited: String(invited) },
      ...{ one: '0', two: '0', three: String(threes), four: '0', five: '0' },
    },
  }));
  return portal.transaction((write) => {
    const how = { by: null, at: new Date(), importId: null };
    return writeChanges(write, surveyElsewhereList, 2025, changes, how);
  });
}

test.each([1, 4])(
  '%i responses are not taken: their counts would be what people answered',
  async (responses) => {
    const [fault] = await bring(responses);
    expect(fault?.fault).toMatchObject({
      code: 'domain',
      en: expect.stringContaining('fewer than 5') as string,
    });
  },
);

test.each([0, 5])('%i responses are taken, and the core gets as many', async (responses) => {
  expect(await bring(responses)).toEqual([]);
  const section = await sectionElsewhere(portal.read, 2025);
  expect(section?.invited).toEqual({ north: 10 });
  expect(section?.responses).toHaveLength(responses);
});

test('more responses than people invited are refused', async () => {
  expect(await bring(11)).not.toEqual([]);
});
