import { fail } from '@sveltejs/kit';
import { REGULATIONS } from '#core/regulation/catalogue.ts';
import { m } from '#lib/paraglide/messages.js';
import { today } from '#lib/server/calendar/today.ts';
import { portal } from '#lib/server/database/database.ts';
import { formText } from '#lib/server/http/form-text.ts';
import { openedYears, openYear } from '#lib/server/years/years.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async () => ({
  years: await openedYears(portal().read),
  suggested: today().slice(0, 4),
  regulations: [...REGULATIONS.values()].map(({ id, title }) => ({ value: id, label: title })),
});

const FAULTS = {
  yearOdd: { field: 'year', message: m.lists_year_fault_yearOdd },
  alreadyOpen: { field: 'year', message: m.lists_year_fault_alreadyOpen },
  unknownRegulation: { field: 'regulation', message: m.lists_year_fault_unknownRegulation },
} as const;

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const form = await request.formData();
    const [year, regulation] = [formText(form, 'year'), formText(form, 'regulation')];
    const fault = await openYear(portal(), locals.signedIn!.session.person, Number(year), regulation);
    if (!fault) return { opened: year };
    const { field, message } = FAULTS[fault];
    return fail(400, { faults: [{ field, message: message() }], typed: { year, regulation } });
  },
};
