import type { Locale } from '#lib/locale/locale.ts';
import { today } from '../calendar/today.ts';
import type { Reader } from '../database/database.ts';
import { LIST_ACCESS } from '../permissions/lists.ts';
import type { Subject } from '../permissions/permission.ts';
import { reachOf } from '../permissions/reach.ts';
import { LISTS } from './catalogue.ts';
import { GROUPS, type Group } from './definition.ts';

export interface ListedGroup {
  readonly group: Group;
  readonly lists: readonly { id: string; title: string; lead: string; records: number | null }[];
}

/** The lists that somebody may read, by heading, with how many records each has; null: who reads a part is not told. */
export async function listsFor(
  db: Reader,
  subject: Subject,
  year: number | null,
  locale: Locale,
): Promise<ListedGroup[]> {
  const date = today();
  const readable: (ListedGroup['lists'][number] & { group: Group })[] = [];
  for (const { id, title, lead, group, yearly, place, source } of LISTS) {
    const reach = await reachOf(db, subject, LIST_ACCESS[id].read, date);
    // Who is let see some records only finds none where they belong to nobody.
    const isOpen = reach === 'all' || (reach !== null && place.length > 0);
    if (!isOpen || (yearly && year === null)) continue;
    const records = reach === 'all' ? await source.count(db, year ?? 0) : null;
    readable.push({ group, id, title: title[locale], lead: lead[locale], records });
  }
  return GROUPS.map((group) => ({ group, lists: readable.filter((list) => list.group === group) })).filter(
    ({ lists }) => lists.length > 0,
  );
}
