import { day } from '#core/calendar/iso-date.ts';
import type { PersonId, UnitId } from '../organisation/model.ts';
import { portalWith } from '../organisation/small-town.ts';
import type { CampaignId } from '../survey/model.ts';
import * as surveyStore from '../survey/store.ts';

/** An open campaign with some people invited, for the tests of this feature; Zoe has no mail address. */

export const CAMPAIGN = 'campaign' as CampaignId;
export const MANAGER = 'manager' as PersonId;
export const INVITED = ['anna', 'bruno', 'carla', 'dario', 'zoe'] as readonly string[] as readonly PersonId[];

/** When mails are ordered, and until when votes are taken. */
export const ORDERED = new Date('2026-03-02T09:00:00Z');
export const CLOSES = '2026-03-31T21:59:59Z';

export async function openTown() {
  const opened = await portalWith({
    units: [],
    people: [MANAGER, ...INVITED].map((id) => ({
      id,
      givenName: id,
      familyName: 'Prova',
      mail: id === 'zoe' ? null : `${id}@comune.example`,
      taxCode: null,
      staffNumber: null,
    })),
    assignments: [],
    appointments: [],
    remits: [],
  });
  await opened.portal.transaction(async (write) => {
    await surveyStore.insert(write, {
      id: CAMPAIGN,
      title: 'Sondaggio di prova',
      year: 2025,
      referenceDate: day('2025-12-31'),
      state: 'open',
      openedAt: '2026-03-01T08:00:00Z',
      closesAt: CLOSES,
    });
    const direction = 'd1' as UnitId;
    await surveyStore.invite(write, CAMPAIGN, [
      ...INVITED.map((person) => ({ person, direction, reason: 'assigned' as const })),
      { person: MANAGER, direction, reason: 'leads' },
    ]);
  });
  return opened;
}
