import { fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { m } from '#lib/paraglide/messages.js';
import { portal } from '#lib/server/database/database.ts';
import { columnWords } from '#lib/server/imports/export.ts';
import { bring } from '#lib/server/imports/imports.ts';
import { refusalWords } from '#lib/server/imports/refusal.ts';
import { listOfRequest } from '#lib/server/lists/page-of-list.ts';
import { DEFAULT_LIMITS } from '#lib/server/spreadsheets/limits.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { locale } = locals;
  const { definition, year } = await listOfRequest(portal().read, locals.signedIn!.subject, params.list, url);
  return {
    id: definition.id,
    title: definition.title[locale],
    year,
    columns: definition.columns.map((column) => ({
      key: column.key,
      title: column.title.it,
      required: column.required,
      isKey: definition.key.includes(column.key),
      content: columnWords(column, locale),
      hint: column.hint?.[locale] ?? '',
    })),
  };
};

export const actions: Actions = {
  default: async ({ locals, params, url, request }) => {
    const { session, subject } = locals.signedIn!;
    const { definition, year } = await listOfRequest(portal().read, subject, params.list, url);
    const form = await request.formData();
    const file = form.get('file');
    if (!(file instanceof File) || file.name === '') return refused(m.imports_fault_noFile());
    if (file.size > DEFAULT_LIMITS.fileBytes)
      return refused(refusalWords({ code: 'tooLarge', limit: DEFAULT_LIMITS.fileBytes }));
    const run = await bring(portal(), session.person, definition, year, {
      name: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
      removesMissing: form.get('missing') === 'remove',
    });
    redirect(303, `${resolve('/dati/[list]/importazioni/[run]', { list: definition.id, run })}?anno=${year}`);
  },
};

const refused = (message: string) => fail(400, { faults: [{ field: 'file', message }] });
