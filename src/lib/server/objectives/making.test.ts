import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openYear } from '../years/years.ts';
import { assigned as works, person, period } from '../organisation/small-town.ts';
import { person as personTable, assignment } from '../organisation/schema.ts';
import { accept, assign } from './assigning.ts';
import { copyObjectives } from './copying.ts';
import { makeObjectives, type NewObjective } from './making.ts';
import { indicator, openMill, put, YEAR, type Mill } from './mill-objectives.ts';
import { objectiveIndicatorsList } from './lists.ts';
import { readYear } from './year.ts';

let mill: Mill;
beforeEach(async () => {
  mill = await openMill();
});
afterEach(() => {
  mill.close();
});

const codes = (faults: readonly { code: string }[]) => faults.map(({ code }) => code);
const typed = { title: 'New', description: '', parentId: '', siloId: '', kind: '', weight: '' };
const made = (of: Partial<NewObjective>): NewObjective => ({
  ...{ year: YEAR, level: 'individual', unit: 'grain', typed, owners: [], everybody: false },
  ...of,
});

async function hire(count: number) {
  await mill.portal.transaction((write) => {
    for (let at = 0; at < count; at++) {
      const id = person(`hand-${at}`);
      const particulars = {
        givenName: String(at),
        familyName: 'Mano',
        mail: null,
        taxCode: null,
        staffNumber: null,
      };
      write
        .insert(personTable)
        .values({ id, ...particulars, searchText: '' })
        .run();
      const { from, to } = period('2024-01-01');
      write
        .insert(assignment)
        .values({ personId: id, unitId: works(id, 'flour').unit, share: 100, validFrom: from, validTo: to })
        .run();
    }
    return Promise.resolve();
  });
}

describe('a new objective', () => {
  test('goes to a whole service of 30 at once, and is accepted when each has accepted it', async () => {
    await hire(29);
    const executive = await mill.as('executive');
    const { ids, faults } = await makeObjectives(
      mill.portal,
      executive,
      made({ level: 'group', unit: 'flour', everybody: true }),
    );
    expect([faults, ids]).toEqual([[], ['2025-G-0001']]);
    const [id] = ids;
    await put(mill.portal, objectiveIndicatorsList, YEAR, [indicator('g-1', id!)]);
    expect(await assign(mill.portal, executive, id!)).toEqual([]);
    const owners = (await readYear(mill.portal.read, YEAR)).objectives.get(id!)!.owners;
    expect(owners).toHaveLength(30);
    const state = async () => (await readYear(mill.portal.read, YEAR)).objectives.get(id!)!.state;
    for (const { personId } of owners) {
      expect(await state()).toBe('assigned');
      expect(await accept(mill.portal, await mill.who(personId), id!)).toEqual([]);
    }
    expect(await state()).toBe('accepted');
  });

  test('of a person is made once for each', async () => {
    const { ids } = await makeObjectives(
      mill.portal,
      await mill.as('executive'),
      made({ owners: ['emma', 'emilio'] }),
    );
    expect(ids).toEqual(['2025-I-0001', '2025-I-0002']);
  });

  test('is refused beyond what the regulation allows a person: two individual ones', async () => {
    const executive = await mill.as('executive');
    expect((await makeObjectives(mill.portal, executive, made({ owners: ['emma'] }))).faults).toEqual([]);
    const third = await makeObjectives(mill.portal, executive, made({ owners: ['emma'] }));
    expect(third).toMatchObject({ ids: [], faults: [{ code: 'list', column: 'personId' }] });
  });

  test.each([
    ['an executive makes none of the DUP', 'xavier', { level: 'strategic', unit: '' }],
    ['an executive makes none for another direction', 'xavier', { level: 'executive', unit: 'docks' }],
    ['an executive makes none without a unit', 'xavier', { unit: '' }],
    ['nobody makes one for who works elsewhere', 'xavier', { owners: ['piero'] }],
    ['an EQ holder makes none', 'quinto', {}],
    ['an employee makes none', 'emma', { owners: ['emma'] }],
  ] as const)('%s', async (_, who, of) => {
    const { ids, faults } = await makeObjectives(mill.portal, await mill.who(who), made(of));
    expect([ids, codes(faults)]).toEqual([[], ['notYours']]);
  });
});

describe('a copy of last year’s objectives', () => {
  test('keeps targets, chain and who is still there, and leaves out what was measured', async () => {
    await openYear(mill.portal, 'accordo', 2026, 'cremona-2025');
    await put(mill.portal, objectiveIndicatorsList, YEAR, [
      indicator('emma-2', 'emma', { target: '7', measured: '5' }),
    ]);
    const executive = await mill.as('executive');
    const done = await copyObjectives(mill.portal, executive, YEAR, 2026, ['mill', 'grain', 'emma']);
    expect(done).toEqual({ copied: 3, faults: [] });
    const copies = [...(await readYear(mill.portal.read, 2026)).objectives.values()];
    expect(
      copies.map(({ row, state, owners }) => [
        row.id,
        row.parentId,
        state,
        owners.map((one) => one.personId),
      ]),
    ).toEqual([
      ['2026-E-0001', null, 'draft', []],
      ['2026-EQ-0001', '2026-E-0001', 'draft', ['quinto']],
      ['2026-I-0001', '2026-EQ-0001', 'draft', ['emma']],
    ]);
    expect(copies[2]!.indicators.map(({ id, target, measured }) => [id, target, measured])).toEqual([
      ['2026-I-0001-1', '100', null],
      ['2026-I-0001-2', '7', null],
    ]);
  });

  test('is refused whole where one is not the person’s', async () => {
    await openYear(mill.portal, 'accordo', 2026, 'cremona-2025');
    const done = await copyObjectives(mill.portal, await mill.as('executive'), YEAR, 2026, ['mill', 'dock']);
    expect([done.copied, codes(done.faults)]).toEqual([0, ['notYours']]);
    expect((await readYear(mill.portal.read, 2026)).objectives.size).toBe(0);
  });
});
