import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day } from '#core/calendar/iso-date.ts';
import type { Portal } from '../../database/database.ts';
import { portalWith, TOWN, unit } from '../small-town.ts';
import type { UnitNode } from './structure.ts';
import { areaOf, chainOn, directionOf, treeOn, unitOn } from './units.ts';

let portal: Portal;
let close: () => void;

beforeAll(async () => {
  ({ portal, close } = await portalWith(TOWN));
});

afterAll(() => {
  close();
});

const drawn = (nodes: readonly UnitNode[]): string =>
  nodes.map(({ name, inside }) => (inside.length > 0 ? `${name}(${drawn(inside)})` : name)).join(' ');

describe('the tree', () => {
  test('on the day before a reorganisation, and on its day', async () => {
    expect(drawn(await treeOn(portal.read, day('2025-03-31')))).toBe(
      'Area(North(Mills Ports(Piers)) Support) South(Parks Press)',
    );
    expect(drawn(await treeOn(portal.read, day('2025-04-01')))).toBe(
      'Area(North(Mills) Support) South(Parks Ports(Piers) Press)',
    );
  });

  test('is empty before the first unit, and there until further notice', async () => {
    expect(await treeOn(portal.read, day('2023-12-31'))).toEqual([]);
    expect(await treeOn(portal.read, day('2024-01-01'))).toHaveLength(2);
    expect(await treeOn(portal.read, day('2099-12-31'))).toHaveLength(2);
  });
});

test('a unit on a day is as it was then, and null if it did not exist', async () => {
  expect(await unitOn(portal.read, unit('ports'), day('2025-03-31'))).toMatchObject({ parent: 'north' });
  expect(await unitOn(portal.read, unit('ports'), day('2025-04-01'))).toMatchObject({ parent: 'south' });
  expect(await unitOn(portal.read, unit('ports'), day('2023-12-31'))).toBeNull();
  expect(await unitOn(portal.read, unit('nowhere'), day('2025-04-01'))).toBeNull();
});

test('the chain goes from a unit up to the area', async () => {
  const chain = await chainOn(portal.read, unit('piers'), day('2025-03-31'));
  expect(chain.map(({ id }) => id)).toEqual(['piers', 'ports', 'north', 'area']);
});

test.each([
  ['piers', '2025-03-31', 'north'],
  ['piers', '2025-04-01', 'south'],
  ['press', '2025-04-01', 'south'],
  ['south', '2025-04-01', 'south'],
  ['support', '2025-04-01', null],
  ['piers', '2023-12-31', null],
])('the direction of %s on %s: %s', async (id, date, direction) => {
  expect(await directionOf(portal.read, unit(id), day(date))).toBe(direction);
});

test('the area of a unit, if it stands in one', async () => {
  expect(await areaOf(portal.read, unit('mills'), day('2025-04-01'))).toBe('area');
  expect(await areaOf(portal.read, unit('parks'), day('2025-04-01'))).toBeNull();
});
