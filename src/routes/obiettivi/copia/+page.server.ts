import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { m } from '#lib/paraglide/messages.js';
import { portal } from '#lib/server/database/database.ts';
import { accessOf } from '#lib/server/objectives/access.ts';
import { copyable, copyObjectives } from '#lib/server/objectives/copying.ts';
import { faultsInWords } from '#lib/server/objectives/fault-words.ts';
import { directionsOf, lineOf } from '#lib/server/objectives/tree.ts';
import { readYear } from '#lib/server/objectives/year.ts';
import { openedYears } from '#lib/server/years/years.ts';
import type { Actions, PageServerLoad } from './$types';

/** The year to copy into, and the last one before it that was opened; null: there is none. */
async function yearsOf(url: URL): Promise<{ to: number | null; from: number | null }> {
  const years = (await openedYears(portal().read)).map(({ year }) => year);
  const asked = Number(url.searchParams.get('anno'));
  const to = years.includes(asked) ? asked : (years[0] ?? null);
  return { to, from: years.find((year) => to !== null && year < to) ?? null };
}

export const load: PageServerLoad = async ({ locals, url }) => {
  const { read } = portal();
  const access = await accessOf(read, locals.signedIn!.subject);
  const { to, from } = await yearsOf(url);
  if (to === null || access.levels.length === 0) error(404, m.ui_error_404_what());
  if (from === null) return { to, from, directions: [], direction: null, lines: [] };
  const all = await readYear(read, from);
  const directions = await directionsOf(read, all, access);
  const asked = url.searchParams.get('direzione');
  const direction =
    directions.find(({ id }) => id === asked) ?? (directions.length === 1 ? directions[0] : null) ?? null;
  const lines = direction
    ? copyable(all, access, direction.id).map((objective) => lineOf(objective, all, locals.locale))
    : [];
  return { to, from, directions, direction, lines };
};

export const actions: Actions = {
  default: async ({ locals, url, request }) => {
    const { to, from } = await yearsOf(url);
    if (to === null || from === null) error(404, m.ui_error_404_what());
    const ids = (await request.formData()).getAll('objective').filter((id) => typeof id === 'string');
    if (ids.length === 0) return fail(400, { faults: [{ message: m.objectives_copy_none() }], chosen: ids });
    const { copied, faults } = await copyObjectives(portal(), locals.signedIn!.subject, from, to, ids);
    if (faults.length > 0) return fail(400, { faults: faultsInWords(faults, locals.locale), chosen: ids });
    redirect(303, `${resolve('/obiettivi')}?anno=${to}&fatti=${copied}`);
  },
};
