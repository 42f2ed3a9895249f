import { portal } from '#lib/server/database/database.ts';
import { template } from '#lib/server/imports/export.ts';
import { listOfRequest } from '#lib/server/lists/page-of-list.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { definition } = await listOfRequest(portal().read, locals.signedIn!.subject, params.list, url);
  return new Response(await template(definition, locals.locale), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="modello-${definition.id}.xlsx"`,
    },
  });
};
