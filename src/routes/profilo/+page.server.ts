import { today } from '#lib/server/calendar/today.ts';
import { portal } from '#lib/server/database/database.ts';
import { ownAccount } from '#lib/server/identity/own-account.ts';
import { assignmentsOf } from '#lib/server/organisation/assignments/assignments.ts';
import { personOf } from '#lib/server/organisation/people/people.ts';
import { chainOn } from '#lib/server/organisation/units/units.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { read } = portal();
  const { session, subject } = locals.signedIn!;
  const date = today();
  const assignments = await assignmentsOf(read, session.person, date);
  return {
    person: (await personOf(read, session.person))!,
    roles: subject.roles,
    account: await ownAccount(read, session.account),
    units: await Promise.all(
      assignments.map(async ({ unit, share }) => ({
        share,
        chain: (await chainOn(read, unit, date)).map(({ name }) => name),
      })),
    ),
  };
};
