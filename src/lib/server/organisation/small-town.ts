import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { day } from '#core/calendar/iso-date.ts';
import type { Period } from '#core/calendar/period.ts';
import { openPortal, type Portal } from '../database/database.ts';
import { loadBody, type Body } from './loading.ts';
import type { Appointment, Assignment, Person, PersonId, UnitHistory, UnitId, UnitKind } from './model.ts';

/** A body small enough to have in mind, for the tests of this feature. */

export const unit = (id: string): UnitId => id as UnitId;
export const person = (id: string): PersonId => id as PersonId;
export const period = (from: string, to: string | null = null): Period => ({
  from: day(from),
  to: to === null ? null : day(to),
});

const ALWAYS = period('2024-01-01');

const always = (id: string, kind: UnitKind, name: string, parent: string | null): UnitHistory => ({
  id: unit(id),
  kind,
  versions: [{ name, parent: parent === null ? null : unit(parent), ...ALWAYS }],
});

const somebody = (id: string, givenName: string, familyName: string): Person => ({
  id: person(id),
  givenName,
  familyName,
  mail: `${id}@example.test`,
  taxCode: null,
  staffNumber: `N${id}`,
});

export const assigned = (who: string, where: string, share = 100, time = ALWAYS): Assignment => ({
  person: person(who),
  unit: unit(where),
  share,
  ...time,
});

export const appointed = (
  who: string,
  kind: Appointment['kind'],
  where: string,
  time = ALWAYS,
  interim = false,
): Appointment => ({ person: person(who), kind, unit: unit(where), interim, ...time });

/**
 * North has the services mills and ports, south has parks. Ports, with the office piers, goes from north to south on 1
 * April 2025. The office press stands directly in south; support beside the directions, in the area.
 */
export const TOWN: Body = {
  units: [
    always('area', 'area', 'Area', null),
    always('north', 'direction', 'North', 'area'),
    always('south', 'direction', 'South', null),
    always('mills', 'service', 'Mills', 'north'),
    always('parks', 'service', 'Parks', 'south'),
    {
      id: unit('ports'),
      kind: 'service',
      versions: [
        { name: 'Ports', parent: unit('north'), ...period('2024-01-01', '2025-03-31') },
        { name: 'Ports', parent: unit('south'), ...period('2025-04-01') },
      ],
    },
    always('piers', 'office', 'Piers', 'ports'),
    always('press', 'office', 'Press', 'south'),
    always('support', 'specialist', 'Support', 'area'),
  ],
  people: [
    somebody('ada', 'Ada', 'Toccata'),
    somebody('bea', 'Bea', 'Rondò'),
    somebody('cleo', 'Cleo', 'Giga'),
    somebody('dino', 'Dino', 'De Giga'),
    somebody('ezio', 'Ezio', 'Fermata'),
  ],
  assignments: [
    assigned('ada', 'north'),
    assigned('bea', 'piers'),
    assigned('cleo', 'mills', 50),
    assigned('cleo', 'ports', 50),
    assigned('dino', 'press', 100, period('2024-01-01', '2025-03-31')),
    assigned('ezio', 'support'),
  ],
  appointments: [],
  remits: [],
};

/** Opens a portal with a body in a folder of its own; `close` removes both. */
export async function portalWith(body: Body): Promise<{ portal: Portal; close: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'accordo-organisation-'));
  const portal = openPortal(folder);
  await portal.transaction((write) => loadBody(write, body));
  const close = () => {
    portal.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { portal, close };
}
