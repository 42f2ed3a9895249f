import { fail } from '@sveltejs/kit';
import { isoDate } from '#core/calendar/iso-date.ts';
import { m } from '#lib/paraglide/messages.js';
import { today } from '#lib/server/calendar/today.ts';
import { currentYear, phaseFaults, phasesOn, setPhases } from '#lib/server/cycles/deadlines.ts';
import { PHASES, type Phase } from '#lib/server/cycles/phases.ts';
import { portal } from '#lib/server/database/database.ts';
import { formText } from '#lib/server/http/form-text.ts';
import { ENTITY, may } from '#lib/server/permissions/permission.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { read } = portal();
  const date = today();
  const year = (await currentYear(read)) ?? Number(date.slice(0, 4));
  return {
    year,
    today: date,
    phases: await phasesOn(read, year, date),
    allPhases: PHASES,
    mayChange: may(locals.signedIn!.subject, 'deadline.change', ENTITY),
  };
};

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const form = await request.formData();
    const typed = Object.fromEntries(
      PHASES.flatMap((phase) => [`${phase}-from`, `${phase}-to`]).map((name) => [name, formText(form, name)]),
    );
    const year = Number(formText(form, 'year'));
    const faults: { field: string; message: string }[] = [];
    const phases: Phase[] = [];
    for (const phase of PHASES) {
      const [from, to] = [typed[`${phase}-from`]!, typed[`${phase}-to`]!];
      // A phase without dates is one that is not set yet.
      if (from === '' && to === '') continue;
      const [startsOn, endsOn] = [isoDate(from), isoDate(to)];
      if (startsOn && endsOn) phases.push({ phase, startsOn, endsOn });
      else faults.push({ field: `${phase}-${startsOn ? 'to' : 'from'}`, message: m.cycles_phase_dateOdd() });
    }
    for (const [phase, fault] of phaseFaults(phases))
      faults.push(
        fault === 'endsBeforeItStarts'
          ? { field: `${phase}-to`, message: m.cycles_phase_endsBeforeItStarts() }
          : { field: `${phase}-from`, message: m.cycles_phase_startsBeforeTheOneBefore() },
      );
    if (!Number.isInteger(year) || year < 2000 || year > 2100)
      faults.push({ field: 'year', message: m.cycles_phase_yearOdd() });
    if (faults.length > 0) return fail(400, { faults, typed });
    await setPhases(portal(), locals.signedIn!.session.person, year, phases);
    return { saved: true };
  },
};
