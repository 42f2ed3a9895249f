import { today } from '#lib/server/calendar/today.ts';
import { portal } from '#lib/server/database/database.ts';
import { findPeople } from '#lib/server/permissions/people-within-reach.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const words = (url.searchParams.get('cerca') ?? '').slice(0, 100);
  const page = Number(/^[1-9]\d{0,5}$/.exec(url.searchParams.get('pagina') ?? '')?.[0] ?? 1);
  const found = await findPeople(portal().read, locals.signedIn!.subject, words, page, today());
  return { words, page, ...found };
};
