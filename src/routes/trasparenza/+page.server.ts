import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { m } from '#lib/paraglide/messages.js';
import { portal } from '#lib/server/database/database.ts';
import { chosenYear } from '#lib/server/lists/chosen-year.ts';
import { yearChoices } from '#lib/server/lists/page-of-list.ts';
import { MEASURES } from '#lib/server/transparency/measures.ts';
import {
  complianceAccess,
  saveMeasures,
  transparencyPage,
} from '#lib/server/transparency/transparency-page.ts';
import { regulationOfOpen } from '#lib/server/years/years.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { read } = portal();
  const { locale } = locals;
  const year = await chosenYear(read, url);
  const measures = MEASURES.map((measure) => ({ value: measure.value, title: measure[locale] }));
  if (year === null) return { year, years: [], measures, directions: [], chosen: null, saved: null };
  const access = await complianceAccess(read, locals.signedIn!.subject);
  const directions = await transparencyPage(read, year, await regulationOfOpen(read, year), access, locale);
  const asked = url.searchParams.get('direzione');
  const saved = /^\d{1,5}$/.exec(url.searchParams.get('salvate') ?? '')?.[0];
  return {
    year,
    years: await yearChoices(read),
    measures,
    directions,
    chosen: directions.find(({ id }) => id === asked) ?? (directions.length === 1 ? directions[0]! : null),
    saved: saved === undefined ? null : Number(saved),
  };
};

export const actions: Actions = {
  default: async ({ locals, url, request }) => {
    const { read } = portal();
    const { session, subject } = locals.signedIn!;
    const year = await chosenYear(read, url);
    if (year === null) error(404, m.ui_error_404_what());
    const access = await complianceAccess(read, subject);
    const directions = await transparencyPage(
      read,
      year,
      await regulationOfOpen(read, year),
      access,
      locals.locale,
    );
    const direction = directions.find(({ id }) => id === url.searchParams.get('direzione'));
    if (!direction?.mayChange) error(404, m.ui_error_404_what());
    const form = await request.formData();
    const saved = await saveMeasures(
      portal(),
      session.person,
      year,
      access,
      direction.id,
      form,
      locals.locale,
    );
    if (!saved.ok) return fail(400, { faults: saved.faults, typed: saved.typed });
    const query = new URLSearchParams({
      anno: String(year),
      direzione: direction.id,
      salvate: String(saved.written),
    });
    redirect(303, `${resolve('/trasparenza')}?${query.toString()}`);
  },
};
