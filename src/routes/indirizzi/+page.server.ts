import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { m } from '#lib/paraglide/messages.js';
import { portal } from '#lib/server/database/database.ts';
import {
  factorTitles,
  givenPage,
  readingReach,
  remitPage,
  saveRemit,
} from '#lib/server/guidelines/guidelines-page.ts';
import { decimalWords } from '#lib/server/lists/cell-words.ts';
import { chosenYear } from '#lib/server/lists/chosen-year.ts';
import { yearChoices } from '#lib/server/lists/page-of-list.ts';
import { scopesOf } from '#lib/server/permissions/permission.ts';
import { regulationOfOpen } from '#lib/server/years/years.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { read } = portal();
  const { locale } = locals;
  const { subject } = locals.signedIn!;
  const year = await chosenYear(read, url);
  const factors = factorTitles(locale);
  if (year === null)
    return { year, years: [], factors, most: '', own: null, given: null, behalf: false, saved: null };
  const gives = scopesOf(subject, 'guideline.give');
  const regulation = await regulationOfOpen(read, year);
  const reach = await readingReach(read, subject);
  const saved = /^\d{1,5}$/.exec(url.searchParams.get('salvate') ?? '')?.[0];
  return {
    year,
    years: await yearChoices(read),
    factors,
    most: decimalWords(regulation.rules['SET-A'].parameters.factorMaximum.value.written, locale),
    own: gives.has('own') ? await remitPage(read, year, subject.person, locale) : null,
    given: reach && (await givenPage(read, year, regulation, reach, locale)),
    behalf: gives.has('entity'),
    saved: saved === undefined ? null : Number(saved),
  };
};

export const actions: Actions = {
  default: async ({ locals, url, request }) => {
    const { session } = locals.signedIn!;
    const year = await chosenYear(portal().read, url);
    if (year === null) error(404, m.ui_error_404_what());
    const form = await request.formData();
    const saved = await saveRemit(portal(), session.person, year, form, locals.locale);
    if (!saved.ok) return fail(400, { faults: saved.faults, typed: saved.typed });
    redirect(303, `${resolve('/indirizzi')}?anno=${year}&salvate=${saved.written}`);
  },
};
