import type { Person } from '../model.ts';

/** A text without accents and in small letters: `Niccolò` → `niccolo`. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** What a person is found by and sorted by: family name first. */
export function searchText({ familyName, givenName, staffNumber, mail }: Omit<Person, 'id'>): string {
  return folded([familyName, givenName, staffNumber, mail].filter((part) => part !== null).join(' '));
}
