import type { Reader } from '../database/database.ts';
import { openedYears } from '../years/years.ts';

/** The year that a page is about: the one in its address if it is open, else the latest; null: none is open. */
export async function chosenYear(db: Reader, url: URL): Promise<number | null> {
  const years = (await openedYears(db)).map(({ year }) => year);
  const asked = Number(url.searchParams.get('anno'));
  return years.includes(asked) ? asked : (years[0] ?? null);
}
