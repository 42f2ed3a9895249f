import { fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { m } from '#lib/paraglide/messages.js';
import { objectiveHref } from '#lib/ui/objective-href.ts';
import { portal } from '#lib/server/database/database.ts';
import { formText } from '#lib/server/http/form-text.ts';
import { accept, assign, sendBack, withdraw } from '#lib/server/objectives/assigning.ts';
import { certify } from '#lib/server/objectives/certifying.ts';
import { removeObjective } from '#lib/server/objectives/editing.ts';
import type { ObjectiveFault } from '#lib/server/objectives/fault.ts';
import { faultsInWords } from '#lib/server/objectives/fault-words.ts';
import type { ReportPhase } from '#lib/server/objectives/model.ts';
import { report } from '#lib/server/objectives/reporting.ts';
import { objectiveView, openObjective } from '#lib/server/objectives/view.ts';
import type { Subject } from '#lib/server/permissions/permission.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { read } = portal();
  const opened = await openObjective(read, locals.signedIn!.subject, params.objective);
  return {
    objective: await objectiveView(read, opened, locals.locale),
    done: url.searchParams.get('fatto'),
  };
};

const MEASURED = 'misurato-';

/** What a field is called where something is wrong with it. */
function titleOf(field: string): string | undefined {
  if (field.startsWith(MEASURED)) return m.objectives_measured();
  return field === 'achievement'
    ? m.objectives_achievement()
    : field === 'reason'
      ? m.objectives_reason()
      : undefined;
}

/** Takes a step, and goes back to the page; refused, it says why and keeps what was typed. */
async function take(
  { locals, params, request }: RequestEvent,
  name: string,
  work: (subject: Subject, form: FormData) => Promise<readonly ObjectiveFault[]>,
) {
  const { subject } = locals.signedIn!;
  await openObjective(portal().read, subject, params.objective);
  const form = await request.formData();
  const faults = await work(subject, form);
  if (faults.length === 0) redirect(303, `${resolve(objectiveHref(params.objective) as '/')}?fatto=${name}`);
  const typed = Object.fromEntries(
    [...form].flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])),
  );
  return fail(400, { step: name, faults: faultsInWords(faults, locals.locale, titleOf), typed });
}

const typedReport = (form: FormData) => ({
  remarks: formText(form, 'remarks'),
  achievement: formText(form, 'achievement'),
  measured: Object.fromEntries(
    [...form.keys()]
      .filter((key) => key.startsWith(MEASURED))
      .map((key) => [key.slice(MEASURED.length), formText(form, key)]),
  ),
});

const reports = (phase: ReportPhase) => (event: RequestEvent) =>
  take(event, phase === 'final' ? 'report' : 'monitor', (subject, form) =>
    report(portal(), subject, event.params.objective, phase, typedReport(form)),
  );

export const actions: Actions = {
  assign: (event) => take(event, 'assign', (subject) => assign(portal(), subject, event.params.objective)),
  withdraw: (event) =>
    take(event, 'withdraw', (subject) => withdraw(portal(), subject, event.params.objective)),
  accept: (event) => take(event, 'accept', (subject) => accept(portal(), subject, event.params.objective)),
  sendBack: (event) =>
    take(event, 'sendBack', (subject, form) =>
      sendBack(portal(), subject, event.params.objective, formText(form, 'remarks')),
    ),
  monitor: reports('midYear'),
  report: reports('final'),
  certify: (event) =>
    take(event, 'certify', (subject, form) =>
      certify(portal(), subject, event.params.objective, {
        achievement: formText(form, 'achievement'),
        reason: formText(form, 'reason'),
      }),
    ),
  remove: async (event) => {
    const { locals, params } = event;
    const { subject } = locals.signedIn!;
    const { all } = await openObjective(portal().read, subject, params.objective);
    const faults = await removeObjective(portal(), subject, params.objective);
    if (faults.length === 0) redirect(303, `${resolve('/obiettivi')}?anno=${all.year}&tolto`);
    return fail(400, { step: 'remove', faults: faultsInWords(faults, locals.locale), typed: {} });
  },
};
