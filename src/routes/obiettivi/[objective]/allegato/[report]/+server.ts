import { error } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { portal } from '#lib/server/database/database.ts';
import { attachmentOf, openObjective } from '#lib/server/objectives/view.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
  const { read } = portal();
  const { objective } = await openObjective(read, locals.signedIn!.subject, params.objective);
  const report = /^\d{1,15}$/.test(params.report) ? Number(params.report) : -1;
  const file = await attachmentOf(read, objective.row.id, report);
  if (!file) error(404, m.ui_error_404_what());
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'content-type': file.type,
      'content-length': String(file.bytes.length),
      // Never shown in the page's own origin: what others have uploaded is not ours.
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    },
  });
};
