import { asCsv, asXlsx } from '#lib/server/imports/export.ts';
import { portal } from '#lib/server/database/database.ts';
import { listOfRequest } from '#lib/server/lists/page-of-list.ts';
import { isWithin } from '#lib/server/lists/within-reach.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { read } = portal();
  const asked = await listOfRequest(read, locals.signedIn!.subject, params.list, url);
  const { definition, year, reads } = asked;
  const records = (await definition.source.all(read, year)).filter((record) =>
    isWithin(definition, record, reads),
  );
  const name = `${definition.id}${definition.yearly ? `-${year}` : ''}`;
  const isCsv = url.searchParams.get('formato') === 'csv';
  const body = isCsv ? await asCsv(read, definition, records) : await asXlsx(read, definition, records);
  return new Response(body, {
    headers: {
      'content-type': isCsv
        ? 'text/csv; charset=utf-8'
        : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="${name}.${isCsv ? 'csv' : 'xlsx'}"`,
    },
  });
};
