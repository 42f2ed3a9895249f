import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { m } from '#lib/paraglide/messages.js';
import { objectiveHref } from '#lib/ui/objective-href.ts';
import { portal } from '#lib/server/database/database.ts';
import { attachmentFrom, MOST_BYTES, type AttachmentFault } from '#lib/server/objectives/attachment.ts';
import { faultsInWords } from '#lib/server/objectives/fault-words.ts';
import { attachTo } from '#lib/server/objectives/reporting.ts';
import { openObjective, reportsOf, stepsFor } from '#lib/server/objectives/view.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

type Asked = Pick<RequestEvent, 'locals' | 'params' | 'url'>;

/** The report that the file is for. Throws 404 where there is none, or the person may not add to it. */
async function reportOf({ locals, params, url }: Asked) {
  const { read } = portal();
  const opened = await openObjective(read, locals.signedIn!.subject, params.objective);
  const number = Number(url.searchParams.get('relazione'));
  const report = (await reportsOf(read, opened.objective.row.id)).find(({ id }) => id === number);
  if (!report || !stepsFor(opened).attach) error(404, m.ui_error_404_what());
  return { title: opened.objective.row.title, id: opened.objective.row.id, report };
}

export const load: PageServerLoad = async ({ locals, params, url }) => ({
  ...(await reportOf({ locals, params, url })),
  megabytes: MOST_BYTES / 1024 / 1024,
});

const FAULTS: Readonly<Record<AttachmentFault, () => string>> = {
  none: m.objectives_attach_none,
  tooLarge: () => m.objectives_attach_tooLarge({ megabytes: MOST_BYTES / 1024 / 1024 }),
  unknownType: m.objectives_attach_unknownType,
};

export const actions: Actions = {
  default: async ({ locals, params, url, request }) => {
    const { id, report } = await reportOf({ locals, params, url });
    const typed = (await request.formData()).get('file');
    const file =
      typed instanceof File ? attachmentFrom(typed.name, Buffer.from(await typed.arrayBuffer())) : 'none';
    if (typeof file === 'string') return fail(400, { faults: [{ field: 'file', message: FAULTS[file]() }] });
    const faults = await attachTo(portal(), locals.signedIn!.subject, id, report.id, file);
    if (faults.length > 0) return fail(400, { faults: faultsInWords(faults, locals.locale) });
    redirect(303, `${resolve(objectiveHref(id) as '/')}?fatto=attach`);
  },
};
