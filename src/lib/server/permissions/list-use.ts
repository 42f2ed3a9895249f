import type { ListId } from '../lists/list-ids.ts';
import { LIST_ACCESS } from './lists.ts';
import { scopesOf, type Subject } from './permission.ts';
import type { ListUse } from './routes.ts';

/**
 * Whether somebody may use a list, or any list at all. Bringing a spreadsheet changes a list as a whole, so it takes a
 * permission for the whole entity; which records are read or changed is asked record by record.
 */
export function mayUse(subject: Subject, use: ListUse, list: string | null): boolean {
  if (list === null) return Object.keys(LIST_ACCESS).some((id) => mayUse(subject, use, id));
  if (!Object.hasOwn(LIST_ACCESS, list)) return false;
  const { read, change } = LIST_ACCESS[list as ListId];
  if (use === 'read') return scopesOf(subject, read).size > 0;
  const scopes = scopesOf(subject, change);
  return use === 'bring' ? scopes.has('entity') : scopes.size > 0;
}
