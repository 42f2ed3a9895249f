import { error, fail } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { portal } from '#lib/server/database/database.ts';
import { chosenYear } from '#lib/server/lists/chosen-year.ts';
import { yearChoices } from '#lib/server/lists/page-of-list.ts';
import { accessOf } from '#lib/server/objectives/access.ts';
import { certifyAsComputed } from '#lib/server/objectives/certifying.ts';
import { faultsInWords } from '#lib/server/objectives/fault-words.ts';
import { LATE, lateOf, progressOf } from '#lib/server/objectives/monitoring.ts';
import { readYear } from '#lib/server/objectives/year.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { read } = portal();
  const year = await chosenYear(read, url);
  const access = await accessOf(read, locals.signedIn!.subject);
  if (year === null) error(404, m.ui_error_404_what());
  const all = await readYear(read, year);
  const directions = progressOf(all, access);
  const asked = url.searchParams.get('direzione');
  const direction = directions.find(({ id }) => id !== null && id === asked)?.id ?? null;
  const late =
    LATE.find((known) => known === url.searchParams.get('stato')) ??
    (access.certifies ? 'reported' : 'draft');
  const page = Number(/^[1-9]\d{0,4}$/.exec(url.searchParams.get('pagina') ?? '')?.[0] ?? 1);
  return {
    ...{ year, directions, direction, late, page },
    years: await yearChoices(read),
    found: lateOf(all, access, { late, direction }, page, locals.locale),
    mayCertify: access.certifies,
  };
};

export const actions: Actions = {
  certify: async ({ locals, url, request }) => {
    const year = await chosenYear(portal().read, url);
    if (year === null) error(404, m.ui_error_404_what());
    const form = await request.formData();
    const chosen = form.getAll(form.get('everything') === 'yes' ? 'listed' : 'objective');
    const ids = chosen.filter((id) => typeof id === 'string');
    if (ids.length === 0) return fail(400, { faults: [{ message: m.objectives_certifyMany_none() }] });
    const { certified, left, faults } = await certifyAsComputed(
      portal(),
      locals.signedIn!.subject,
      year,
      ids,
    );
    if (faults.length > 0) return fail(400, { faults: faultsInWords(faults, locals.locale) });
    return { certified, left: left.length };
  },
};
