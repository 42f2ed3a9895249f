import { day } from '#core/calendar/iso-date.ts';

/** The first day that the example knows of. */
export const BEGINNING = day('2024-01-01');

/** The two reorganisations of 2025 (R §2.2), and the last days before them. */
export const APRIL = day('2025-04-01');
export const AUGUST = day('2025-08-01');
export const LAST_OF_MARCH = day('2025-03-31');
export const LAST_OF_JULY = day('2025-07-31');
