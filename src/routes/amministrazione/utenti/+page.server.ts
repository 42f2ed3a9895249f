import { listAccounts } from '#lib/server/identity/accounts.ts';
import { portal } from '#lib/server/database/database.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url }) => {
  const words = (url.searchParams.get('cerca') ?? '').trim().slice(0, 100);
  const page = Number(/^[1-9]\d{0,5}$/.exec(url.searchParams.get('pagina') ?? '')?.[0] ?? 1);
  return { words, page, ...(await listAccounts(portal().read, words, page)) };
};
