import { portal } from '#lib/server/database/database.ts';
import { latestRuns } from '#lib/server/imports/imports.ts';
import { listOf } from '#lib/server/lists/catalogue.ts';
import { mayUse } from '#lib/server/permissions/list-use.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { subject } = locals.signedIn!;
  const runs = await latestRuns(portal().read);
  return {
    runs: runs
      .filter(({ list }) => mayUse(subject, 'bring', list))
      .map(({ id, list, year, fileName, at, state, familyName, givenName }) => ({
        ...{ id, list, year, fileName, at, state },
        title: listOf(list)!.title[locals.locale],
        who: `${givenName} ${familyName}`,
      })),
  };
};
