import { error } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { portal } from '#lib/server/database/database.ts';
import { runOf } from '#lib/server/imports/imports.ts';
import { listOf } from '#lib/server/lists/catalogue.ts';
import { today } from '#lib/server/calendar/today.ts';

/** The import of a list that an address names, with the year it is about. Throws 404 where there is none. */
export async function runOfRequest(list: string, id: string) {
  const definition = listOf(list);
  const run = await runOf(portal(), id);
  if (!definition || run?.list !== definition.id) error(404, m.ui_error_404_what());
  return { definition, run, year: run.year ?? Number(today().slice(0, 4)) };
}
