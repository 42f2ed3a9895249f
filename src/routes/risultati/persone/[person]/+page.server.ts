import { latest } from '#lib/server/cycles/service.ts';
import { personResult } from '#lib/server/cycles/person-result.ts';
import { portal } from '#lib/server/database/database.ts';
import type { PersonId } from '#lib/server/organisation/model.ts';
import { personOf } from '#lib/server/organisation/people/people.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { read } = portal();
  const computed = await latest(read);
  const person = (await personOf(read, params.person as PersonId))!;
  return {
    name: `${person.givenName} ${person.familyName}`,
    own: person.id === locals.signedIn!.session.person,
    result: computed && personResult(computed, person.id, locals.locale),
  };
};
