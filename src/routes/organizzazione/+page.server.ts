import { isoDate } from '#core/calendar/iso-date.ts';
import { today } from '#lib/server/calendar/today.ts';
import { portal } from '#lib/server/database/database.ts';
import { reorganisationDays } from '#lib/server/organisation/units/units.ts';
import { chartOn } from '#lib/server/organisation/chart.ts';
import type { PageServerLoad } from './$types';

/** The organisation as it stood on a day. */
export const load: PageServerLoad = async ({ url }) => {
  const asked = url.searchParams.get('giorno');
  const date = asked === null ? today() : isoDate(asked);
  const { read } = portal();
  return {
    asked,
    date,
    chart: date && (await chartOn(read, date)),
    reorganisations: await reorganisationDays(read),
  };
};
