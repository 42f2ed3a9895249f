import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { m } from '#lib/paraglide/messages.js';
import { objectiveHref } from '#lib/ui/objective-href.ts';
import { portal } from '#lib/server/database/database.ts';
import { formFields } from '#lib/server/http/form-fields.ts';
import { formText } from '#lib/server/http/form-text.ts';
import { chosenYear } from '#lib/server/lists/chosen-year.ts';
import { accessOf } from '#lib/server/objectives/access.ts';
import { EDITED_COLUMNS } from '#lib/server/objectives/editing.ts';
import { faultsInWords } from '#lib/server/objectives/fault-words.ts';
import { fieldTitle, objectiveFields } from '#lib/server/objectives/forms.ts';
import { candidates, makeObjectives, unitsFor } from '#lib/server/objectives/making.ts';
import { isOfPeople, OBJECTIVE_LEVELS } from '#lib/server/objectives/model.ts';
import { levelTitle } from '#lib/server/objectives/words.ts';
import { readYear } from '#lib/server/objectives/year.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** What was chosen first: the year, the level and the unit. Throws 404 for who makes no objectives. */
async function choiceOf({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>) {
  const { read } = portal();
  const year = await chosenYear(read, url);
  const access = await accessOf(read, locals.signedIn!.subject);
  if (year === null || access.levels.length === 0) error(404, m.ui_error_404_what());
  const level = access.levels.find((known) => known === url.searchParams.get('livello')) ?? null;
  const units = level === null ? [] : await unitsFor(read, access, year, level);
  const unit = units.find(({ id }) => id === url.searchParams.get('unita'))?.id ?? null;
  return { year, access, level, units, unit };
}

export const load: PageServerLoad = async ({ locals, url }) => {
  const { read } = portal();
  const { locale } = locals;
  const { year, access, level, units, unit } = await choiceOf({ locals, url });
  const isReady = level !== null && (unit !== null || units.length === 0);
  const staff = isReady && isOfPeople(level) && unit !== null ? await candidates(read, unit, year) : [];
  const within = access.change === 'all' ? null : new Set<string>(access.change?.people);
  const all = isReady ? await readYear(read, year) : null;
  return {
    ...{ year, level, unit, units },
    levels: OBJECTIVE_LEVELS.filter((known) => access.levels.includes(known)).map((known) => ({
      value: known,
      label: levelTitle(known, locale),
    })),
    levelTitle: level && levelTitle(level, locale),
    unitName: units.find(({ id }) => id === unit)?.name ?? null,
    fields: all && level && (await objectiveFields(read, { all, access }, level, null, null, locale)),
    people:
      isReady && isOfPeople(level)
        ? staff
            .filter(({ id }) => within === null || within.has(id))
            .map(({ id, name, leads }) => ({
              ...{ id: id, name, isOwner: level === 'eq' && leads },
              note: leads ? m.objectives_new_leads() : undefined,
            }))
        : null,
    isGroup: level === 'group',
  };
};

export const actions: Actions = {
  default: async ({ locals, url, request }) => {
    const { year, level, unit } = await choiceOf({ locals, url });
    if (level === null) error(404, m.ui_error_404_what());
    const form = await request.formData();
    const typed = formFields(form, EDITED_COLUMNS);
    const owners = form.getAll('owner').filter((person) => typeof person === 'string');
    const everybody = formText(form, 'everybody') === 'yes';
    const made = await makeObjectives(portal(), locals.signedIn!.subject, {
      ...{ year, level, unit: unit ?? '', typed, owners, everybody },
    });
    if (made.faults.length > 0) {
      const faults = faultsInWords(made.faults, locals.locale, (field) => fieldTitle(field, locals.locale));
      return fail(400, { faults, typed, owners, everybody });
    }
    const [first] = made.ids;
    if (made.ids.length === 1 && first) redirect(303, `${resolve(objectiveHref(first) as '/')}?fatto=make`);
    redirect(303, `${resolve('/obiettivi')}?anno=${year}&fatti=${made.ids.length}`);
  },
};
