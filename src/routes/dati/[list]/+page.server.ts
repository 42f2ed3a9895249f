import { portal } from '#lib/server/database/database.ts';
import { listOfRequest, listPage, yearChoices } from '#lib/server/lists/page-of-list.ts';
import { mayUse } from '#lib/server/permissions/list-use.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { read } = portal();
  const { subject } = locals.signedIn!;
  const asked = await listOfRequest(read, subject, params.list, url);
  const { definition, year } = asked;
  return {
    id: definition.id,
    title: definition.title[locals.locale],
    lead: definition.lead[locals.locale],
    year,
    yearly: definition.yearly,
    years: await yearChoices(read),
    list: await listPage(read, asked, url, locals.locale),
    mayChange: asked.changes !== null,
    mayBring: mayUse(subject, 'bring', definition.id),
    removed: url.searchParams.has('tolta'),
  };
};
