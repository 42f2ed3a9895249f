import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { m } from '#lib/paraglide/messages.js';
import { portal } from '#lib/server/database/database.ts';
import { chosenYear } from '#lib/server/lists/chosen-year.ts';
import { yearChoices } from '#lib/server/lists/page-of-list.ts';
import type { RowsSaved } from '#lib/server/lists/save-rows.ts';
import { saveDelivery, saveHours, trainingAccess, trainingPage } from '#lib/server/training/training-page.ts';
import { regulationOfOpen } from '#lib/server/years/years.ts';
import type { Actions, PageServerLoad } from './$types';

function choiceOf(url: URL) {
  return {
    direction: url.searchParams.get('direzione'),
    words: (url.searchParams.get('cerca') ?? '').slice(0, 100),
    page: Number(/^[1-9]\d{0,3}$/.exec(url.searchParams.get('pagina') ?? '')?.[0] ?? 1),
  };
}

export const load: PageServerLoad = async ({ locals, url }) => {
  const { read } = portal();
  const year = await chosenYear(read, url);
  if (year === null) return { year, years: [], words: '', training: null, saved: null };
  const access = await trainingAccess(read, locals.signedIn!.subject);
  const choice = choiceOf(url);
  const regulation = await regulationOfOpen(read, year);
  const saved = /^\d{1,5}$/.exec(url.searchParams.get('salvate') ?? '')?.[0];
  return {
    year,
    years: await yearChoices(read),
    words: choice.words,
    training: await trainingPage(read, year, regulation, access, choice, locals.locale),
    saved: saved === undefined ? null : Number(saved),
  };
};

/** Back to the same people, or the form again with what is wrong. */
function answer(saved: RowsSaved, url: URL) {
  if (!saved.ok) return fail(400, { faults: saved.faults, typed: saved.typed });
  const kept = [...url.searchParams].filter(([name]) => PLACE.includes(name));
  const query = new URLSearchParams([...kept, ['salvate', String(saved.written)]]);
  redirect(303, `${resolve('/formazione')}?${query.toString()}`);
}

const PLACE = ['anno', 'direzione', 'cerca', 'pagina'];

export const actions: Actions = {
  hours: async ({ locals, url, request }) => {
    const { session, subject } = locals.signedIn!;
    const year = await chosenYear(portal().read, url);
    if (year === null) error(404, m.ui_error_404_what());
    const regulation = await regulationOfOpen(portal().read, year);
    const access = await trainingAccess(portal().read, subject);
    const form = await request.formData();
    const saved = await saveHours(portal(), session.person, year, regulation, access, form, locals.locale);
    return answer(saved, url);
  },
  delivery: async ({ locals, url, request }) => {
    const { session, subject } = locals.signedIn!;
    const year = await chosenYear(portal().read, url);
    if (year === null) error(404, m.ui_error_404_what());
    const regulation = await regulationOfOpen(portal().read, year);
    const access = await trainingAccess(portal().read, subject);
    const { direction, standing } = await trainingPage(
      portal().read,
      year,
      regulation,
      access,
      choiceOf(url),
      locals.locale,
    );
    if (!direction || !standing?.delivery.mayChange) error(404, m.ui_error_404_what());
    const form = await request.formData();
    const saved = await saveDelivery(
      portal(),
      session.person,
      year,
      access,
      direction.id,
      direction.name,
      form,
      locals.locale,
    );
    return answer(saved, url);
  },
};
