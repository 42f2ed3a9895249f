import { error } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { portal } from '#lib/server/database/database.ts';
import { chosenYear } from '#lib/server/lists/chosen-year.ts';
import { yearChoices } from '#lib/server/lists/page-of-list.ts';
import { serviceAccess } from '#lib/server/services/access.ts';
import { servicePage } from '#lib/server/services/service-page.ts';
import { regulationOfOpen } from '#lib/server/years/years.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { read } = portal();
  const year = await chosenYear(read, url);
  if (year === null) error(404, m.ui_error_404_what());
  const { reads } = await serviceAccess(read, locals.signedIn!.subject);
  const regulation = await regulationOfOpen(read, year);
  const service = await servicePage(read, params.service, year, regulation, reads!, locals.locale);
  if (!service) error(404, m.ui_error_404_what());
  return { year, years: await yearChoices(read), service };
};
