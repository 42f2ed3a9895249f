import { shownEntries } from '#lib/server/audit/shown-entries.ts';
import { page, verify } from '#lib/server/audit/trail.ts';
import { portal } from '#lib/server/database/database.ts';
import { listPeople } from '#lib/server/organisation/people/people.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url }) => {
  const { read } = portal();
  const before = Number(url.searchParams.get('prima')) || null;
  const person = url.searchParams.get('persona');
  const words = (url.searchParams.get('cerca') ?? '').trim().slice(0, 100);
  const { entries, older } = await page(read, { before, subject: null, person });
  return {
    words,
    person,
    found: words === '' ? null : (await listPeople(read, words, null, 1)).people,
    entries: await shownEntries(read, entries),
    older,
  };
};

export const actions: Actions = {
  verify: async () => {
    const { read, keys } = portal();
    return { verification: await verify(read, keys) };
  },
};
