import { shownEntries } from '#lib/server/audit/shown-entries.ts';
import { page } from '#lib/server/audit/trail.ts';
import { portal } from '#lib/server/database/database.ts';
import type { PageServerLoad } from './$types';

/** What was done to the own record, and by whom. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { read } = portal();
  const before = Number(url.searchParams.get('prima')) || null;
  const { person } = locals.signedIn!.session;
  const { entries, older } = await page(read, {
    before,
    subject: { kind: 'person', id: person },
    person: null,
  });
  return { entries: await shownEntries(read, entries), older };
};
