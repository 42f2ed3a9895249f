import { error } from '@sveltejs/kit';
import * as cycles from '#lib/server/cycles/service.ts';
import { directionResult } from '#lib/server/cycles/overview.ts';
import { database } from '#lib/server/database/database.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
  const computed = await cycles.latest(database());
  const result = computed && directionResult(computed, params.id);
  if (!result) error(404, 'Questa direzione non esiste.');
  return result;
};
