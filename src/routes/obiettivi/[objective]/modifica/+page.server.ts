import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { m } from '#lib/paraglide/messages.js';
import { objectiveHref } from '#lib/ui/objective-href.ts';
import { portal } from '#lib/server/database/database.ts';
import { formFields } from '#lib/server/http/form-fields.ts';
import { formText } from '#lib/server/http/form-text.ts';
import type { Cells } from '#lib/server/lists/definition.ts';
import {
  changeObjective,
  EDITED_COLUMNS,
  INDICATOR_COLUMNS,
  removeIndicator,
  saveIndicator,
  setOwners,
} from '#lib/server/objectives/editing.ts';
import type { ObjectiveFault } from '#lib/server/objectives/fault.ts';
import { faultsInWords } from '#lib/server/objectives/fault-words.ts';
import { fieldTitle, indicatorFields, objectiveFields } from '#lib/server/objectives/forms.ts';
import { objectiveIndicatorsList, objectivesList } from '#lib/server/objectives/lists.ts';
import { candidates } from '#lib/server/objectives/making.ts';
import { isOfPeople } from '#lib/server/objectives/model.ts';
import { openObjective, stepsFor } from '#lib/server/objectives/view.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { read } = portal();
  const { locale } = locals;
  const opened = await openObjective(read, locals.signedIn!.subject, params.objective);
  if (!stepsFor(opened).change) error(404, m.ui_error_404_what());
  const { all, access, objective } = opened;
  const { row, owners } = objective;
  const record = (await objectivesList.source.one(read, all.year, { id: row.id }))!;
  const asked = objective.indicators.find(({ id }) => id === url.searchParams.get('indicatore'));
  const indicator = asked ? await objectiveIndicatorsList.source.one(read, all.year, { id: asked.id }) : null;
  const owner = new Map<string, { weight: string | null }>(owners.map((one) => [one.personId, one]));
  const staff = isOfPeople(row.level) ? await candidates(read, row.unitId ?? '', all.year) : [];
  const within = access.change === 'all' ? null : new Set<string>(access.change?.people);
  const people = [
    ...owners.map(({ personId, name }) => ({ id: personId, name })),
    ...staff.filter(({ id }) => !owner.has(id) && (within === null || within.has(id))),
  ];
  return {
    id: row.id,
    title: row.title,
    saved: url.searchParams.get('fatto') === 'save',
    shown: JSON.stringify(record),
    fields: await objectiveFields(read, opened, row.level, record, null, locale),
    indicators: objective.indicators.map(({ id, name }) => ({ id, name })),
    indicator: {
      id: asked?.id ?? null,
      fields: await indicatorFields(read, all.year, indicator, null, locale),
    },
    people: isOfPeople(row.level)
      ? people.map(({ id, name }) => ({
          ...{ id, name, isOwner: owner.has(id) },
          weight: owner.get(id)?.weight?.replace('.', ',') ?? '',
        }))
      : null,
  };
};

/** Saves a part of the draft, and comes back; refused, the form keeps what was typed. */
async function take(
  { locals, params }: RequestEvent,
  step: 'objective' | 'indicator' | 'owners',
  typed: Readonly<Record<string, string>>,
  work: () => Promise<readonly ObjectiveFault[]>,
) {
  await openObjective(portal().read, locals.signedIn!.subject, params.objective);
  const faults = await work();
  if (faults.length === 0)
    redirect(303, `${resolve(objectiveHref(params.objective) as '/')}/modifica?fatto=save`);
  const words = faultsInWords(faults, locals.locale, (field) => fieldTitle(field, locals.locale));
  return fail(400, { step, typed, faults: words });
}

/** The record as the person was shown it. */
function shownRecord(text: string): Cells | null {
  try {
    const cells = JSON.parse(text) as Record<string, unknown>;
    return Object.fromEntries(
      objectivesList.columns.map(({ key }) => [key, typeof cells[key] === 'string' ? cells[key] : null]),
    );
  } catch {
    return null;
  }
}

export const actions: Actions = {
  objective: async (event) => {
    const form = await event.request.formData();
    const typed = formFields(form, EDITED_COLUMNS);
    const { subject } = event.locals.signedIn!;
    const shown = shownRecord(formText(form, 'shown'));
    return take(event, 'objective', typed, () =>
      changeObjective(portal(), subject, event.params.objective, typed, shown),
    );
  },
  indicator: async (event) => {
    const form = await event.request.formData();
    const typed = formFields(form, INDICATOR_COLUMNS);
    const { subject } = event.locals.signedIn!;
    const indicator = formText(form, 'indicator') || null;
    return take(event, 'indicator', typed, () =>
      saveIndicator(portal(), subject, event.params.objective, indicator, typed),
    );
  },
  removeIndicator: async (event) => {
    const form = await event.request.formData();
    const { subject } = event.locals.signedIn!;
    return take(event, 'indicator', {}, () =>
      removeIndicator(portal(), subject, event.params.objective, formText(form, 'indicator')),
    );
  },
  owners: async (event) => {
    const form = await event.request.formData();
    const { subject } = event.locals.signedIn!;
    const people = form.getAll('owner').filter((person) => typeof person === 'string');
    const owners = people.map((person) => ({ person, weight: formText(form, `peso-${person}`) }));
    return take(event, 'owners', {}, () => setOwners(portal(), subject, event.params.objective, owners));
  },
};
