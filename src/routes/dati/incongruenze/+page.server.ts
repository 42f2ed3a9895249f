import { error, fail } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { justify, registerOf } from '#lib/server/coherence/register.ts';
import { portal } from '#lib/server/database/database.ts';
import { formText } from '#lib/server/http/form-text.ts';
import { decimalWords } from '#lib/server/lists/cell-words.ts';
import { chosenYear } from '#lib/server/lists/chosen-year.ts';
import { yearChoices } from '#lib/server/lists/page-of-list.ts';
import { ENTITY, may } from '#lib/server/permissions/permission.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { read } = portal();
  const { subject } = locals.signedIn!;
  const { locale } = locals;
  const year = await chosenYear(read, url);
  if (year === null) error(404, m.ui_error_404_what());
  const maySettle = may(subject, 'incoherence.settle', ENTITY);
  const words = (value: string) => decimalWords(value, locale);
  return {
    year,
    years: await yearChoices(read),
    entries: (await registerOf(read, year)).map((entry) => ({
      key: entry.key,
      figures: entry.figures,
      title: entry.title[locale],
      of: entry.of,
      declared: entry.declared.map(({ title, value, relation, source }) => ({
        ...{ relation, source },
        title: title?.[locale] ?? null,
        value: words(value),
      })),
      computed: entry.computed === null ? null : words(entry.computed),
      difference: entry.difference === null ? null : words(entry.difference),
      contradiction: entry.contradiction?.[locale] ?? null,
      settledBy: entry.settledBy,
      isMine: maySettle && subject.roles.includes(entry.settledBy),
      justified: entry.justified && {
        reason: entry.justified.reason,
        who: entry.justified.name,
        at: entry.justified.at,
      },
    })),
  };
};

const MOST_CHARACTERS = 2000;

const FAULTS = {
  gone: m.coherence_fault_gone,
  notYours: m.coherence_fault_notYours,
  noReason: m.coherence_fault_noReason,
};

export const actions: Actions = {
  justify: async ({ locals, url, request }) => {
    const { subject } = locals.signedIn!;
    const year = await chosenYear(portal().read, url);
    if (year === null) error(404, m.ui_error_404_what());
    const form = await request.formData();
    const [key, figures] = [formText(form, 'key'), formText(form, 'figures')];
    const reason = formText(form, 'reason').slice(0, MOST_CHARACTERS);
    const fault = await justify(portal(), subject, year, key, figures, reason);
    if (fault) return fail(400, { faults: [{ message: FAULTS[fault]() }], typed: { key, reason } });
    return { justified: true };
  },
};
