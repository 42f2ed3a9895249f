import { portal } from '#lib/server/database/database.ts';
import { chosenYear } from '#lib/server/lists/chosen-year.ts';
import { listsFor } from '#lib/server/lists/index-of-lists.ts';
import { yearChoices } from '#lib/server/lists/page-of-list.ts';
import { mayUse } from '#lib/server/permissions/list-use.ts';
import { ENTITY, may, scopesOf } from '#lib/server/permissions/permission.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { read } = portal();
  const { subject } = locals.signedIn!;
  const year = await chosenYear(read, url);
  return {
    year,
    years: await yearChoices(read),
    groups: await listsFor(read, subject, year, locals.locale),
    mayOpenYear: may(subject, 'cycle.open', ENTITY),
    maySeeGaps: may(subject, 'cycle.data.read', ENTITY),
    maySettle: may(subject, 'incoherence.read', ENTITY),
    mayBring: mayUse(subject, 'bring', null),
    mayTrain: scopesOf(subject, 'training.read').size > 0,
    mayComply: scopesOf(subject, 'compliance.read').size > 0,
    mayGuide: scopesOf(subject, 'guideline.read').size > 0,
  };
};
