import { overview } from '#lib/server/cycles/overview.ts';
import { latest } from '#lib/server/cycles/service.ts';
import { portal } from '#lib/server/database/database.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const computed = await latest(portal().read);
  return { result: computed && overview(computed, locals.locale) };
};
