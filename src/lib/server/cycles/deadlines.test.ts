import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { day } from '#core/calendar/iso-date.ts';
import { openPortal, type Portal } from '../database/database.ts';
import type { PersonId } from '../organisation/model.ts';
import { currentYear, phaseFaults, phasesOn, setPhases } from './deadlines.ts';
import type { Phase, PhaseId } from './phases.ts';

const teo = 'teo' as PersonId;

const phase = (id: PhaseId, from: string, to: string): Phase => ({
  phase: id,
  startsOn: day(from),
  endsOn: day(to),
});
const OPENING = phase('opening', '2025-01-10', '2025-01-31');
const OBJECTIVES = phase('objectives', '2025-02-01', '2025-04-15');
const SURVEY = phase('survey', '2025-10-01', '2025-10-31');

describe('the phases of a year', () => {
  let folder: string;
  let portal: Portal;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'accordo-deadlines-'));
    portal = openPortal(folder);
  });
  afterEach(() => {
    portal.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const onDay = async (date: string) =>
    (await phasesOn(portal.read, 2025, day(date))).map(({ phase, state, daysLeft }) => [
      phase,
      state,
      daysLeft,
    ]);
  const trail = () =>
    portal.read.all<{ before: string | null; after: string }>(
      sql`select actor, action, subject_id as year, "before", after from audit_entry order by sequence`,
    );

  test('stand in their order, whatever the order they were set in, and those without dates are left out', async () => {
    await setPhases(portal, teo, 2025, [SURVEY, OPENING, OBJECTIVES]);
    expect((await onDay('2025-01-01')).map(([id]) => id)).toEqual(['opening', 'objectives', 'survey']);
    expect(await phasesOn(portal.read, 2024, day('2025-01-01'))).toEqual([]);
  });

  test.each([
    ['2025-01-09', 'next', 22],
    ['2025-01-10', 'current', 21],
    ['2025-01-30', 'current', 1],
    ['2025-01-31', 'current', 0],
    ['2025-02-01', 'done', -1],
  ])('on %s opening is %s with %i days left', async (date, state, daysLeft) => {
    await setPhases(portal, teo, 2025, [OPENING, OBJECTIVES]);
    expect((await onDay(date))[0]).toEqual(['opening', state, daysLeft]);
  });

  test('may run at the same time, and for one day', async () => {
    const oneDay = phase('objectives', '2025-01-31', '2025-01-31');
    await setPhases(portal, teo, 2025, [OPENING, oneDay]);
    expect(await onDay('2025-01-31')).toEqual([
      ['opening', 'current', 0],
      ['objectives', 'current', 0],
    ]);
  });

  test('set anew take the place of those before, of that year only, on record', async () => {
    await setPhases(portal, teo, 2025, [OPENING]);
    await setPhases(portal, teo, 2026, [phase('opening', '2026-01-10', '2026-01-31')]);
    await setPhases(portal, teo, 2025, [SURVEY]);
    expect(await onDay('2025-10-31')).toEqual([['survey', 'current', 0]]);
    expect(await phasesOn(portal.read, 2026, day('2026-01-31'))).toHaveLength(1);
    expect(
      trail().map(({ before, after, ...entry }) => ({
        ...entry,
        before: JSON.parse(before ?? 'null') as unknown,
        after: JSON.parse(after) as unknown,
      })),
    ).toEqual(
      (
        [
          ['2025', null, [OPENING]],
          ['2026', null, [phase('opening', '2026-01-10', '2026-01-31')]],
          ['2025', [OPENING], [SURVEY]],
        ] as const
      ).map(([year, before, after]) => ({ actor: 'teo', action: 'cycle.phases.set', year, before, after })),
    );
  });

  test('with a fault are not set, and nothing is on record', async () => {
    await setPhases(portal, teo, 2025, [OPENING]);
    expect(() => setPhases(portal, teo, 2025, [phase('survey', '2025-10-31', '2025-10-01')])).toThrow(
      'not in order',
    );
    expect(await onDay('2025-01-31')).toHaveLength(1);
    expect(trail()).toHaveLength(1);
  });

  test('tell with the data which year is under way: the latest', async () => {
    expect(await currentYear(portal.read)).toBeNull();
    await portal.transaction((write) => {
      write.run(sql`insert into cycle_input values (2024, '{}')`);
      return Promise.resolve();
    });
    expect(await currentYear(portal.read)).toBe(2024);
    await setPhases(portal, teo, 2025, [OPENING]);
    expect(await currentYear(portal.read)).toBe(2025);
    await setPhases(portal, teo, 2025, []);
    expect(await currentYear(portal.read)).toBe(2024);
  });
});

describe('the dates of phases', () => {
  const faults = (...phases: Phase[]) => [...phaseFaults(phases)];

  test('are in order where each phase begins with the one before or later', () => {
    expect(faults()).toEqual([]);
    expect(faults(OPENING, OBJECTIVES, SURVEY)).toEqual([]);
    expect(faults(SURVEY, OPENING)).toEqual([]);
    expect(faults(OPENING, phase('objectives', '2025-01-10', '2025-01-20'))).toEqual([]);
  });

  test('are not where one begins before the one before it, be that the day before', () => {
    const early = phase('objectives', '2025-01-09', '2025-04-15');
    expect(faults(early, OPENING)).toEqual([['objectives', 'startsBeforeTheOneBefore']]);
    expect(faults(OPENING, phase('publication', '2025-01-09', '2025-04-15'))).toEqual([
      ['publication', 'startsBeforeTheOneBefore'],
    ]);
  });

  test('are not where one ends before it begins; every such phase is told', () => {
    expect(faults(phase('opening', '2025-01-31', '2025-01-31'))).toEqual([]);
    expect(
      faults(phase('opening', '2025-01-31', '2025-01-30'), phase('survey', '2025-10-02', '2025-10-01')),
    ).toEqual([
      ['opening', 'endsBeforeItStarts'],
      ['survey', 'endsBeforeItStarts'],
    ]);
  });
});
