import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { m } from '#lib/paraglide/messages.js';
import { portal } from '#lib/server/database/database.ts';
import { formFields } from '#lib/server/http/form-fields.ts';
import { formText } from '#lib/server/http/form-text.ts';
import { keyOf, keyText, type Cells, type ListDefinition } from '#lib/server/lists/definition.ts';
import { saveRecord, typedRecord } from '#lib/server/lists/editing.ts';
import { historyOf } from '#lib/server/lists/history.ts';
import { listOfRequest } from '#lib/server/lists/page-of-list.ts';
import { faultsInWords, recordFields, recordWords } from '#lib/server/lists/record-form.ts';
import { isWithin } from '#lib/server/lists/within-reach.ts';
import type { Actions, PageServerLoad } from './$types';

type Asked = Awaited<ReturnType<typeof listOfRequest>>;

/** The record whose key is in the address; absent and out of reach are one answer. */
async function recordOf(
  { definition, year, reads }: Asked,
  url: URL,
): Promise<{ key: string; record: Cells }> {
  const text = url.searchParams.get('chiave') ?? '';
  const key = keyOf(definition, text);
  const record = key && (await definition.source.one(portal().read, year, key));
  if (!record || !isWithin(definition, record, reads)) error(404, m.ui_error_404_what());
  return { key: text, record };
}

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { read } = portal();
  const { locale } = locals;
  const asked = await listOfRequest(read, locals.signedIn!.subject, params.list, url);
  const { definition, year, changes } = asked;
  const { key, record } = await recordOf(asked, url);
  return {
    id: definition.id,
    title: definition.title[locale],
    year,
    shown: JSON.stringify(record),
    words: await recordWords(read, definition, record, locale),
    fields: await recordFields(read, definition, year, record, null, locale),
    mayChange: changes !== null && isWithin(definition, record, changes),
    history: await historyOf(read, definition, year, key, locale),
    saved: url.searchParams.has('salvata'),
  };
};

/** The record as the person was shown it: what comes back is compared with what is kept. */
function shownRecord(definition: ListDefinition, text: string): Cells | null {
  try {
    const cells = JSON.parse(text) as Record<string, unknown>;
    return Object.fromEntries(
      definition.columns.map(({ key }) => [key, typeof cells[key] === 'string' ? cells[key] : null]),
    );
  } catch {
    return null;
  }
}

export const actions: Actions = {
  save: async ({ locals, params, url, request }) => {
    const { session, subject } = locals.signedIn!;
    const asked = await listOfRequest(portal().read, subject, params.list, url);
    const { definition, year, changes } = asked;
    const { record } = await recordOf(asked, url);
    if (!changes) error(404, m.ui_error_404_what());
    const form = await request.formData();
    const names = definition.columns.map(({ key }) => key);
    const typed = formFields(form, names);
    const before = shownRecord(definition, formText(form, 'shown')) ?? record;
    const made = await typedRecord(portal().read, definition, typed);
    const faults = made.ok
      ? await saveRecord(portal(), session.person, definition, year, { before, after: made.record }, changes)
      : made.faults;
    if (!made.ok || faults.length > 0) {
      const shown = faultsInWords(definition, faults, locals.locale);
      const fields = await recordFields(portal().read, definition, year, record, typed, locals.locale);
      return fail(400, { faults: shown, fields });
    }
    const key = encodeURIComponent(keyText(definition, made.record));
    redirect(
      303,
      `${resolve('/dati/[list]/riga', { list: definition.id })}?anno=${year}&chiave=${key}&salvata`,
    );
  },
  remove: async ({ locals, params, url }) => {
    const { session, subject } = locals.signedIn!;
    const asked = await listOfRequest(portal().read, subject, params.list, url);
    const { definition, year, changes } = asked;
    const { record } = await recordOf(asked, url);
    if (!changes) error(404, m.ui_error_404_what());
    const change = { before: record, after: null };
    const faults = await saveRecord(portal(), session.person, definition, year, change, changes);
    if (faults.length > 0) return fail(400, { faults: faultsInWords(definition, faults, locals.locale) });
    redirect(303, `${resolve('/dati/[list]', { list: definition.id })}?anno=${year}&tolta`);
  },
};
