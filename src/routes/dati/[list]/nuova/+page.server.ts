import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { m } from '#lib/paraglide/messages.js';
import { portal } from '#lib/server/database/database.ts';
import { formFields } from '#lib/server/http/form-fields.ts';
import { keyText } from '#lib/server/lists/definition.ts';
import { saveRecord, typedRecord } from '#lib/server/lists/editing.ts';
import { listOfRequest } from '#lib/server/lists/page-of-list.ts';
import { faultsInWords, recordFields } from '#lib/server/lists/record-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { read } = portal();
  const { definition, year } = await listOfRequest(read, locals.signedIn!.subject, params.list, url);
  return {
    id: definition.id,
    title: definition.title[locals.locale],
    year,
    fields: await recordFields(read, definition, year, null, null, locals.locale),
  };
};

export const actions: Actions = {
  default: async ({ locals, params, url, request }) => {
    const { session, subject } = locals.signedIn!;
    const asked = await listOfRequest(portal().read, subject, params.list, url);
    const { definition, year, changes } = asked;
    if (!changes) error(404, m.ui_error_404_what());
    const names = definition.columns.map(({ key }) => key);
    const typed = formFields(await request.formData(), names);
    const made = await typedRecord(portal().read, definition, typed);
    const change = made.ok && { before: null, after: made.record };
    const faults = change
      ? await saveRecord(portal(), session.person, definition, year, change, changes)
      : made.ok
        ? []
        : made.faults;
    if (!change || faults.length > 0) {
      const shown = faultsInWords(definition, faults, locals.locale);
      const fields = await recordFields(portal().read, definition, year, null, typed, locals.locale);
      return fail(400, { faults: shown, fields });
    }
    const key = encodeURIComponent(keyText(definition, change.after));
    redirect(
      303,
      `${resolve('/dati/[list]/riga', { list: definition.id })}?anno=${year}&chiave=${key}&salvata`,
    );
  },
};
