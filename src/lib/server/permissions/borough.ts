import type { Body } from '../organisation/loading.ts';
import type { PersonId, UnitKind } from '../organisation/model.ts';
import { appointed, assigned, period, person, portalWith, unit } from '../organisation/small-town.ts';
import type { Portal } from '../database/database.ts';
import type { GrantedRole, Role } from './roles.ts';
import { grant } from './store.ts';

/** Two areas with directions and services, for the tests of this feature; and somebody for each role. */

const SINCE = period('2024-01-01');

/** Who holds a role, and no other. */
export const HOLDER: Readonly<Record<Role, PersonId>> = {
  employee: person('emma'),
  eqHolder: person('quinto'),
  executive: person('xavier'),
  secretaryGeneral: person('gina'),
  evaluationBoard: person('nora'),
  technicalStructure: person('teo'),
  humanResources: person('hugo'),
  councillor: person('carla'),
  administrator: person('zeno'),
};

const GIVEN: readonly GrantedRole[] = [
  'evaluationBoard',
  'technicalStructure',
  'humanResources',
  'councillor',
  'administrator',
];

const stands = (id: string, kind: UnitKind, parent: string | null) => ({
  id: unit(id),
  kind,
  versions: [{ name: id, parent: parent === null ? null : unit(parent), ...SINCE }],
});

/** Who works where. */
export const PLACES = {
  emma: 'grain',
  emilio: 'grain',
  quinto: 'grain',
  flavia: 'flour',
  xavier: 'mills',
  piero: 'piers',
  quirina: 'piers',
  ximena: 'docks',
  tina: 'trees',
  gina: 'secretariat',
} as const;

export const BOROUGH: Body = {
  units: [
    stands('west', 'area', null),
    stands('mills', 'direction', 'west'),
    stands('grain', 'service', 'mills'),
    stands('flour', 'service', 'mills'),
    stands('docks', 'direction', 'west'),
    stands('piers', 'service', 'docks'),
    stands('east', 'area', null),
    stands('parks', 'direction', 'east'),
    stands('trees', 'service', 'parks'),
    stands('secretariat', 'direction', null),
  ],
  people: [...new Set([...Object.keys(PLACES), ...Object.values(HOLDER)])].map((id) => ({
    id: person(id),
    givenName: id,
    familyName: 'Prova',
    mail: `${id}@example.test`,
    taxCode: null,
    staffNumber: null,
  })),
  assignments: Object.entries(PLACES).map(([who, where]) => assigned(who, where)),
  appointments: [
    appointed('quinto', 'eq', 'grain'),
    appointed('xavier', 'executive', 'mills'),
    appointed('quirina', 'eq', 'piers'),
    appointed('ximena', 'executive', 'docks'),
    appointed('gina', 'secretaryGeneral', 'secretariat'),
  ],
  remits: [],
};

/** Opens a portal with the borough; `close` removes it. */
export async function openBorough(): Promise<{ portal: Portal; close: () => void }> {
  const opened = await portalWith(BOROUGH);
  await opened.portal.transaction(async (write) => {
    for (const role of GIVEN) await grant(write, HOLDER[role], role, SINCE.from, null);
  });
  return opened;
}
