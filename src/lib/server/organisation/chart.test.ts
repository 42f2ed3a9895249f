import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { day } from '#core/calendar/iso-date.ts';
import { CREMONA_2025 } from '#core/regulation/catalogue.ts';
import type { Portal } from '../database/database.ts';
import { careerOf } from './career.ts';
import { chartOn, type ChartUnit } from './chart.ts';
import { appointed, assigned, period, person, portalWith, TOWN } from './small-town.ts';
import { changeUnit } from './units/changes.ts';
import { unit } from './small-town.ts';

let portal: Portal;
let close: () => void;

beforeEach(async () => {
  ({ portal, close } = await portalWith({
    ...TOWN,
    assignments: [...TOWN.assignments, assigned('ezio', 'press', 100, period('2027-01-01'))],
    appointments: [
      appointed('ada', 'executive', 'north'),
      appointed('ada', 'executive', 'south', period('2025-03-01', '2025-06-30'), true),
      appointed('cleo', 'eq', 'mills', period('2025-01-20')),
    ],
  }));
});
afterEach(() => {
  vi.useRealTimers();
  close();
});

describe('the organisation chart of a day', () => {
  /** `name (leader): people` with what is inside indented. */
  const drawn = (units: readonly ChartUnit[], depth = 0): string[] =>
    units.flatMap(({ name, leader, people, inside }) => [
      `${'  '.repeat(depth)}${name}${leader ? ` (${leader.name}${leader.interim ? ', interim' : ''})` : ''}${people === null ? '' : `: ${people}`}`,
      ...drawn(inside, depth + 1),
    ]);
  const on = async (date: string) => {
    const { units, people } = await chartOn(portal.read, day(date));
    return [...drawn(units), `${people} people`];
  };

  test('shows who leads what, and how many work in each direction', async () => {
    expect(await on('2025-03-31')).toEqual([
      'Area',
      '  North (Ada Toccata): 3',
      '    Mills (Cleo Giga)',
      '    Ports',
      '      Piers',
      '  Support',
      'South (Ada Toccata, interim): 1',
      '  Parks',
      '  Press',
      '5 people',
    ]);
  });

  test('changes with a reorganisation, and who works in two directions is counted in both and once in all', async () => {
    expect(await on('2025-04-01')).toEqual([
      'Area',
      '  North (Ada Toccata): 2',
      '    Mills (Cleo Giga)',
      '  Support',
      'South (Ada Toccata, interim): 2',
      '  Parks',
      '  Ports',
      '    Piers',
      '  Press',
      '4 people',
    ]);
  });

  test('shows nobody before a leader begins and after one has ended', async () => {
    expect(await on('2025-01-19')).toContain('    Mills');
    expect(await on('2025-07-01')).toContain('South: 2');
  });

  test('is empty on a day before everything', async () => {
    expect(await on('2023-12-31')).toEqual(['0 people']);
  });
});

describe('a career', () => {
  const counted = { year: 2025, regulation: CREMONA_2025 };
  const onDay = (date: string) => {
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(new Date(`${date}T10:00:00Z`));
  };

  test('tells where somebody worked and was appointed, the latest first, with the months of the year', async () => {
    onDay('2025-12-01');
    expect(await careerOf(portal.read, person('cleo'), counted)).toMatchObject({
      person: { id: 'cleo', familyName: 'Giga' },
      assignments: [
        { unit: 'Ports', share: 50, from: '2024-01-01', to: null },
        { unit: 'Mills', share: 50, from: '2024-01-01', to: null },
      ],
      appointments: [{ unit: 'Mills', kind: 'eq', interim: false, months: 12 }],
      monthsInService: 12,
    });
    const ada = await careerOf(portal.read, person('ada'), counted);
    expect(ada?.appointments.map(({ unit: name, interim }) => [name, interim])).toEqual([
      ['South', true],
      ['North', false],
    ]);
  });

  test('counts no months while no year is under way', async () => {
    expect(await careerOf(portal.read, person('cleo'), null)).toMatchObject({
      appointments: [{ months: null }],
      monthsInService: null,
    });
  });

  test('of nobody known is none', async () => {
    expect(await careerOf(portal.read, person('nobody'), counted)).toBeNull();
  });

  test('calls a unit what it is called today, what it was called in the end, or what it will be called', async () => {
    await portal.transaction(async (write) => {
      expect(await changeUnit(write, unit('press'), day('2025-06-01'), { name: 'Media' })).toMatchObject({
        ok: true,
      });
      await changeUnit(write, unit('support'), day('2025-06-01'), { name: 'Advice' });
      await changeUnit(write, unit('support'), day('2026-06-01'), { name: 'Counsel' });
    });
    const names = async (who: string) =>
      (await careerOf(portal.read, person(who), null))!.assignments.map((assignment) => assignment.unit);
    onDay('2025-05-31');
    expect(await names('ezio')).toEqual(['Media', 'Support']);
    onDay('2025-12-01');
    expect(await names('ezio')).toEqual(['Media', 'Advice']);
    expect(await names('dino')).toEqual(['Press']);
    onDay('2026-06-01');
    expect(await names('ezio')).toEqual(['Media', 'Counsel']);
  });
});
