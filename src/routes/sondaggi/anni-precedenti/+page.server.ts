import { fail } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { CREMONA_2025 } from '#core/regulation/catalogue.ts';
import { portal } from '#lib/server/database/database.ts';
import { formText } from '#lib/server/http/form-text.ts';
import { all, enter } from '#lib/server/survey/earlier-years.ts';
import { parseEarlierYear } from '#lib/server/survey/earlier-year-form.ts';
import type { Actions, PageServerLoad } from './$types';

const statements = CREMONA_2025.rules['SUR-1'].parameters.statements.value;

export const load: PageServerLoad = async ({ locals }) => ({
  statements: statements.map((statement) => statement[locals.locale]),
  years: await all(portal().read),
});

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const form = await request.formData();
    const names = ['year', 'invited', 'responses', ...statements.map((_, at) => `mean-${at + 1}`)];
    const typed = Object.fromEntries(names.map((name) => [name, formText(form, name)]));
    const parsed = parseEarlierYear(typed, statements.length);
    if (!parsed.ok) {
      const words = {
        whole: m.survey_earlier_wholeOdd(),
        mean: m.survey_earlier_meanOdd(),
        many: m.survey_earlier_tooMany(),
      };
      return fail(400, {
        typed,
        faults: parsed.faults.map(({ field, kind }) => ({ field, message: words[kind] })),
      });
    }
    await enter(portal(), locals.signedIn!.session.person, parsed.survey);
    return { saved: parsed.survey.year };
  },
};
