import { fail, redirect } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { portal } from '#lib/server/database/database.ts';
import { formText } from '#lib/server/http/form-text.ts';
import { apply, drop, match, parsedMapping, undo } from '#lib/server/imports/imports.ts';
import { unmatched } from '#lib/server/imports/mapping.ts';
import { shownRun, undoFaultWords } from '#lib/server/imports/shown-run.ts';
import type { Actions, PageServerLoad } from './$types';
import { runOfRequest } from './run-of.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { definition, run, year } = await runOfRequest(params.list, params.run);
  return {
    list: definition.id,
    title: definition.title[locals.locale],
    year,
    run: await shownRun(portal().read, run, definition, url, locals.locale),
  };
};

const wrong = (...messages: string[]) => fail(400, { faults: messages.map((message) => ({ message })) });

export const actions: Actions = {
  match: async ({ locals, params, request, url }) => {
    const { definition, run, year } = await runOfRequest(params.list, params.run);
    const known = parsedMapping(run.mapping);
    if (!known || !['mapping', 'ready'].includes(run.state)) return wrong(m.lists_fault_changedMeanwhile());
    const form = await request.formData();
    const columns = known.titles.map((_, at) => {
      const chosen = formText(form, `column-${at}`);
      return definition.columns.some(({ key }) => key === chosen) ? chosen : null;
    });
    const mapping = { titles: known.titles, columns };
    const twice = definition.columns.find(({ key }) => columns.filter((column) => column === key).length > 1);
    if (twice) return wrong(m.imports_run_matchedTwice({ title: twice.title[locals.locale] }));
    const missing = unmatched(mapping, definition.columns);
    if (missing.length > 0) {
      const titles = missing.map(({ title }) => title[locals.locale]).join(', ');
      return wrong(m.imports_run_unmatched({ titles }));
    }
    await match(portal(), run, definition, year, mapping);
    redirect(303, url.pathname);
  },
  apply: async ({ locals, params, url }) => {
    const { definition, run, year } = await runOfRequest(params.list, params.run);
    if (run.state !== 'ready') return wrong(m.lists_fault_changedMeanwhile());
    await apply(portal(), locals.signedIn!.session.person, run, definition, year);
    redirect(303, url.pathname);
  },
  drop: async ({ locals, params, url }) => {
    const { run } = await runOfRequest(params.list, params.run);
    if (!['mapping', 'ready', 'refused'].includes(run.state)) return wrong(m.lists_fault_changedMeanwhile());
    await drop(portal(), locals.signedIn!.session.person, run);
    redirect(303, url.pathname);
  },
  undo: async ({ locals, params, url }) => {
    const { definition, run, year } = await runOfRequest(params.list, params.run);
    if (run.state !== 'applied') return wrong(m.lists_fault_changedMeanwhile());
    const faults = await undo(portal(), locals.signedIn!.session.person, run, definition, year);
    if (faults.length > 0) return wrong(...undoFaultWords(faults, locals.locale));
    redirect(303, url.pathname);
  },
};
