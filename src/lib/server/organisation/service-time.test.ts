import { expect, test } from 'vitest';
import { CREMONA_2025 } from '#core/regulation/catalogue.ts';
import { daysInService, monthsAppointed, monthsInService } from './service-time.ts';
import { appointed, assigned, period, person, portalWith, TOWN } from './small-town.ts';

test('months and days in service and in an appointment, at the edges of months and of the year', async () => {
  const { portal, close } = await portalWith({
    ...TOWN,
    assignments: [
      assigned('ada', 'north'),
      // Twelve days of March, eleven of June.
      assigned('bea', 'ports', 100, period('2025-03-20', '2025-06-11')),
      // A change of place in the middle of a month, and two halves on the same days, count once.
      assigned('cleo', 'mills', 100, period('2024-12-01', '2025-01-10')),
      assigned('cleo', 'mills', 50, period('2025-01-11', '2025-02-28')),
      assigned('cleo', 'parks', 50, period('2025-01-11', '2025-02-28')),
    ],
    appointments: [
      appointed('ada', 'executive', 'north', period('2025-01-21')),
      appointed('bea', 'eq', 'ports', period('2025-05-01', '2025-10-12')),
      appointed('cleo', 'eq', 'mills', period('2025-01-20', '2025-12-31'), true),
    ],
  });
  try {
    const months = (who: string, year = 2025) =>
      monthsInService(portal.read, person(who), year, CREMONA_2025);
    const days = (who: string) => daysInService(portal.read, person(who), 2025);
    expect([await months('ada'), await days('ada')]).toEqual([12, 365]);
    expect([await months('bea'), await days('bea')]).toEqual([3, 84]);
    expect([await months('cleo'), await days('cleo'), await months('cleo', 2024)]).toEqual([2, 59, 1]);
    expect([await months('dino'), await days('dino')]).toEqual([0, 0]);

    const appointedAs = (who: string, kind: 'eq' | 'executive') =>
      monthsAppointed(portal.read, person(who), kind, 2025, CREMONA_2025);
    expect(await appointedAs('ada', 'executive')).toBe(11);
    expect(await appointedAs('ada', 'eq')).toBe(0);
    expect(await appointedAs('bea', 'eq')).toBe(6);
    // Standing in for somebody adds nothing.
    expect(await appointedAs('cleo', 'eq')).toBe(0);
  } finally {
    close();
  }
});
