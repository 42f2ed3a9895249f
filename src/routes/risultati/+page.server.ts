import { error } from '@sveltejs/kit';
import * as cycles from '#lib/server/cycles/service.ts';
import { overview } from '#lib/server/cycles/overview.ts';
import { database } from '#lib/server/database/database.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
  const computed = await cycles.latest(database());
  if (!computed) error(404, 'Non ci sono ancora dati di un ciclo.');
  return overview(computed);
};
