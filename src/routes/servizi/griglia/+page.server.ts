import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { m } from '#lib/paraglide/messages.js';
import { portal } from '#lib/server/database/database.ts';
import { chosenYear } from '#lib/server/lists/chosen-year.ts';
import { yearChoices } from '#lib/server/lists/page-of-list.ts';
import { serviceAccess } from '#lib/server/services/access.ts';
import { gridOf, saveGrid } from '#lib/server/services/grid.ts';
import { regulationOfOpen } from '#lib/server/years/years.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { read } = portal();
  const year = await chosenYear(read, url);
  if (year === null) error(404, m.ui_error_404_what());
  const access = await serviceAccess(read, locals.signedIn!.subject);
  const choice = {
    direction: url.searchParams.get('direzione'),
    service: url.searchParams.get('servizio'),
    page: Number(/^[1-9]\d{0,3}$/.exec(url.searchParams.get('pagina') ?? '')?.[0] ?? 1),
  };
  const regulation = await regulationOfOpen(read, year);
  const saved = /^\d{1,5}$/.exec(url.searchParams.get('salvate') ?? '')?.[0];
  return {
    year,
    years: await yearChoices(read),
    grid: await gridOf(read, year, regulation, access, choice, locals.locale),
    setsStandards: access.changes !== null,
    saved: saved === undefined ? null : Number(saved),
  };
};

export const actions: Actions = {
  default: async ({ locals, url, request }) => {
    const { session, subject } = locals.signedIn!;
    const year = await chosenYear(portal().read, url);
    if (year === null) error(404, m.ui_error_404_what());
    const access = await serviceAccess(portal().read, subject);
    const form = await request.formData();
    const saved = await saveGrid(portal(), session.person, year, access, form, locals.locale);
    if (!saved.ok) {
      const { faults, typed, changedMeanwhile } = saved;
      return fail(400, { faults, typed, changedMeanwhile });
    }
    const kept = [...url.searchParams].filter(([name]) => PLACE.includes(name));
    const query = new URLSearchParams([...kept, ['salvate', String(saved.written)]]);
    redirect(303, `${resolve('/servizi/griglia')}?${query.toString()}`);
  },
};

/** What of the address says which rows are shown. */
const PLACE = ['anno', 'direzione', 'servizio', 'pagina'];
