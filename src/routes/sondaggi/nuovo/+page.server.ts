import { fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { isoDate } from '#core/calendar/iso-date.ts';
import { m } from '#lib/paraglide/messages.js';
import { lastSecond } from '#lib/server/calendar/last-second.ts';
import { today } from '#lib/server/calendar/today.ts';
import { currentYear } from '#lib/server/cycles/deadlines.ts';
import { portal } from '#lib/server/database/database.ts';
import { formText } from '#lib/server/http/form-text.ts';
import { plan } from '#lib/server/survey/campaigns.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
  const year = (await currentYear(portal().read)) ?? Number(today().slice(0, 4));
  return { year: String(year), referenceDate: `${year}-12-31` };
};

const LONGEST_TITLE = 120;

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const form = await request.formData();
    const typed = {
      title: formText(form, 'title'),
      year: formText(form, 'year'),
      referenceDate: formText(form, 'referenceDate'),
      lastDay: formText(form, 'lastDay'),
    };
    const year = /^20\d\d$/.test(typed.year) ? Number(typed.year) : null;
    const referenceDate = isoDate(typed.referenceDate);
    const lastDay = isoDate(typed.lastDay);
    const faults: { field: keyof typeof typed; message: string }[] = [];
    if (typed.title === '' || typed.title.length > LONGEST_TITLE)
      faults.push({ field: 'title', message: m.survey_manage_plan_nameOdd({ longest: LONGEST_TITLE }) });
    if (year === null) faults.push({ field: 'year', message: m.survey_manage_plan_yearOdd() });
    if (referenceDate === null)
      faults.push({ field: 'referenceDate', message: m.survey_manage_plan_referenceDateOdd() });
    if (lastDay === null || lastDay < today())
      faults.push({ field: 'lastDay', message: m.survey_manage_plan_lastDayOdd() });
    if (faults.length > 0 || year === null || referenceDate === null || lastDay === null)
      return fail(400, { faults, typed });
    const campaign = await plan(portal(), locals.signedIn!.session.person, {
      ...{ title: typed.title, year, referenceDate },
      closesAt: lastSecond(lastDay),
    });
    redirect(303, resolve('/sondaggi/[campaign]', { campaign }));
  },
};
