import type { Body } from '#lib/server/organisation/loading.ts';

/** Where people of the example work at the end of the year, and what that is called. */
export interface Workplaces {
  readonly unitOf: (person: string) => string;
  /** Without the word that says what kind of unit it is. */
  readonly nameOf: (unit: string) => string;
}

export function workplaces({ assignments, units }: Body): Workplaces {
  // The latest assignment takes the place of earlier ones.
  const unitOfPerson = new Map<string, string>(assignments.map(({ person, unit }) => [person, unit]));
  const names = new Map<string, string>(units.map(({ id, versions }) => [id, versions.at(-1)!.name]));
  return {
    unitOf: (person) => unitOfPerson.get(person)!,
    nameOf: (unit) => names.get(unit)!.replace(/^(Servizio|Servizi|Ufficio) /, ''),
  };
}
