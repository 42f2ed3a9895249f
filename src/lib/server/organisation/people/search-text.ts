import { folded } from '../../texts/folded.ts';
import type { Person } from '../model.ts';

/** What a person is found by and sorted by: family name first. */
export function searchText({ familyName, givenName, staffNumber, mail }: Omit<Person, 'id'>): string {
  return folded([familyName, givenName, staffNumber, mail].filter((part) => part !== null).join(' '));
}
