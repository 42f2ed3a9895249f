import { error } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { documentToTake } from '#lib/server/assembly/data-of-year.ts';
import { portal } from '#lib/server/database/database.ts';
import { chosenYear } from '#lib/server/lists/chosen-year.ts';
import type { RequestHandler } from './$types';

/** The input of the core as the lists have it, without the responses of a survey that was held in the portal. */
export const GET: RequestHandler = async ({ url }) => {
  const { read } = portal();
  const year = await chosenYear(read, url);
  if (year === null) error(404, m.ui_error_404_what());
  return new Response(`${JSON.stringify(await documentToTake(read, year), null, 1)}\n`, {
    headers: {
      'content-type': 'application/json',
      'content-disposition': `attachment; filename="accordo-${year}.json"`,
    },
  });
};
