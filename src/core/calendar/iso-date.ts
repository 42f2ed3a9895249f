declare const isoDateBrand: unique symbol;

/** A day of the calendar, such as `2025-04-01`. Two of them compare as texts. */
export type IsoDate = string & { readonly [isoDateBrand]: true };

const MS_A_DAY = 86_400_000;

/** A day, if the text is one that the calendar has; null otherwise. */
export function isoDate(text: string): IsoDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? (text as IsoDate) : null;
}

/** A day that is known to be one. Throws `RangeError` if the calendar has no such day. */
export function day(text: string): IsoDate {
  const date = isoDate(text);
  if (date === null) throw new RangeError(`not a day of the calendar: ${text}`);
  return date;
}

/** The day so many days later; earlier if `days` is negative. */
export function daysLater(date: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(date) + days * MS_A_DAY).toISOString().slice(0, 10) as IsoDate;
}

/** How many days `to` is after `from`; negative if it is before. */
export function daysFrom(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / MS_A_DAY);
}
