import { portal } from '#lib/server/database/database.ts';
import { chosenYear } from '#lib/server/lists/chosen-year.ts';
import { yearChoices } from '#lib/server/lists/page-of-list.ts';
import { accessOf } from '#lib/server/objectives/access.ts';
import { directionsOf, treeOf } from '#lib/server/objectives/tree.ts';
import { readYear } from '#lib/server/objectives/year.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { read } = portal();
  const { subject } = locals.signedIn!;
  const year = await chosenYear(read, url);
  const removed = url.searchParams.has('tolto');
  const made = Number(/^\d{1,4}$/.exec(url.searchParams.get('fatti') ?? '')?.[0] ?? 0);
  if (year === null) return { year, years: [], removed, made, shown: null };
  const [all, access] = [await readYear(read, year), await accessOf(read, subject)];
  const directions = await directionsOf(read, all, access);
  const known = (name: string, choices: readonly { id: string }[]) => {
    const asked = url.searchParams.get(name);
    return choices.find(({ id }) => id === asked)?.id ?? null;
  };
  const chosen = {
    reading: url.searchParams.get('lettura') === 'catena' ? 'chain' : 'silo',
    silo: known('silo', all.silos),
    direction: known('direzione', directions),
  } as const;
  return {
    year,
    years: await yearChoices(read),
    ...{ removed, made },
    shown: {
      ...{ chosen, directions, silos: all.silos },
      tree: treeOf(all, access, chosen, locals.locale),
      mayMake: access.levels.length > 0,
      mayMonitor: access.readsAll,
    },
  };
};
