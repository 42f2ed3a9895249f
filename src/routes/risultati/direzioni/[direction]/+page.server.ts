import { directionResult } from '#lib/server/cycles/direction-result.ts';
import { latest } from '#lib/server/cycles/service.ts';
import { portal } from '#lib/server/database/database.ts';
import { may, ENTITY } from '#lib/server/permissions/permission.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const computed = await latest(portal().read);
  return {
    result: computed && directionResult(computed, params.direction, locals.locale),
    seesAll: may(locals.signedIn!.subject, 'result.entity.read', ENTITY),
  };
};
