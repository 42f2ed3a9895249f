import { error } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { shortcomings } from '#lib/server/assembly/data-of-year.ts';
import { portal } from '#lib/server/database/database.ts';
import { chosenYear } from '#lib/server/lists/chosen-year.ts';
import { yearChoices } from '#lib/server/lists/page-of-list.ts';
import { mayUse } from '#lib/server/permissions/list-use.ts';
import type { PageServerLoad } from './$types';

const SHOWN = 500;

export const load: PageServerLoad = async ({ locals, url }) => {
  const { read } = portal();
  const { subject } = locals.signedIn!;
  const year = await chosenYear(read, url);
  if (year === null) error(404, m.ui_error_404_what());
  const { gaps, faults } = await shortcomings(read, year, locals.locale);
  // Who may not read a list need not know whom it lacks.
  const own = gaps.filter(({ list }) => mayUse(subject, 'read', list));
  return {
    year,
    years: await yearChoices(read),
    faults: faults.slice(0, SHOWN),
    gaps: own.slice(0, SHOWN),
    total: own.length,
  };
};
