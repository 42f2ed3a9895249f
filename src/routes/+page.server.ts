import { today } from '#lib/server/calendar/today.ts';
import { portal } from '#lib/server/database/database.ts';
import { homeOf } from '#lib/server/home/tasks.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { signedIn } = locals;
  const date = today();
  if (signedIn?.session.stage !== 'open') return { home: null, today: date };
  return { home: await homeOf(portal().read, signedIn, date), today: date };
};
