import { today } from '#lib/server/calendar/today.ts';
import { portal } from '#lib/server/database/database.ts';
import { findPeople } from '#lib/server/permissions/people-within-reach.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const words = (url.searchParams.get('cerca') ?? '').slice(0, 100);
  const page = Math.max(1, Math.trunc(Number(url.searchParams.get('pagina'))) || 1);
  const found = await findPeople(portal().read, locals.signedIn!.subject, words, page, today());
  return { words, page, ...found };
};
