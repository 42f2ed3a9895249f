import { error } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { latest } from '#lib/server/cycles/service.ts';
import { portal } from '#lib/server/database/database.ts';
import { careerOf } from '#lib/server/organisation/career.ts';
import type { PersonId } from '#lib/server/organisation/model.ts';
import { may } from '#lib/server/permissions/permission.ts';
import { personTarget } from '#lib/server/permissions/targets.ts';
import { today } from '#lib/server/calendar/today.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
  const { read } = portal();
  const { cycle = null } = (await latest(read)) ?? {};
  const counted = cycle && { year: cycle.year, regulation: cycle.regulation };
  const career = await careerOf(read, params.person as PersonId, counted);
  if (career === null) error(404, m.ui_error_404_what());
  const target = (await personTarget(read, params.person, today()))!;
  const hasResult = may(locals.signedIn!.subject, 'result.person.read', target);
  return { year: cycle?.year ?? null, hasResult, ...career };
};
