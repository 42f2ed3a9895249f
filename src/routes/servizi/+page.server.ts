import { portal } from '#lib/server/database/database.ts';
import { chosenYear } from '#lib/server/lists/chosen-year.ts';
import { yearChoices } from '#lib/server/lists/page-of-list.ts';
import { scopesOf } from '#lib/server/permissions/permission.ts';
import { serviceAccess } from '#lib/server/services/access.ts';
import { portfolioOf } from '#lib/server/services/portfolio.ts';
import { regulationOfOpen } from '#lib/server/years/years.ts';
import type { PageServerLoad } from './$types';

/** Pages of the same offices, beside this one. */
const BESIDE = [
  ['/formazione', 'training.read'],
  ['/trasparenza', 'compliance.read'],
  ['/indirizzi', 'guideline.read'],
] as const;

export const load: PageServerLoad = async ({ locals, url }) => {
  const { read } = portal();
  const { subject } = locals.signedIn!;
  const year = await chosenYear(read, url);
  const beside = BESIDE.filter(([, action]) => scopesOf(subject, action).size > 0).map(([href]) => href);
  if (year === null) return { year, years: [], beside, shown: null };
  const { reads, changes, reports } = await serviceAccess(read, subject);
  const words = (url.searchParams.get('cerca') ?? '').slice(0, 100);
  const direction = url.searchParams.get('direzione');
  const regulation = await regulationOfOpen(read, year);
  const portfolio = await portfolioOf(read, year, regulation, reads!, { direction, words });
  return {
    year,
    years: await yearChoices(read),
    beside,
    shown: { ...portfolio, words, direction, mayFill: changes !== null || reports !== null },
  };
};
