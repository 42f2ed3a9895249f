import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { day } from '#core/calendar/iso-date.ts';
import type { Portal } from '../../database/database.ts';
import { person, portalWith, TOWN, unit } from '../small-town.ts';
import { addPerson, changePerson, listPeople, personOf, type Particulars } from './people.ts';

let portal: Portal;
let close: () => void;

beforeEach(async () => {
  ({ portal, close } = await portalWith(TOWN));
});

afterEach(() => {
  close();
});

const found = async (search: string) =>
  (await listPeople(portal.read, search, null, 1)).people.map(({ id }) => id);

describe('the list of people', () => {
  test('is in the order of family names', async () => {
    expect(await found('')).toEqual(['dino', 'ezio', 'cleo', 'bea', 'ada']);
  });

  test.each([
    ['rondo', ['bea']],
    ['RONDÒ', ['bea']],
    ['bea rondò', ['bea']],
    ['  rondò   bea ', ['bea']],
    ['giga', ['dino', 'cleo']],
    ['Nada', ['ada']],
    ['ezio@example', ['ezio']],
    ['%', []],
    ['giga rondò', []],
  ])('searched for %j shows %j', async (search, ids) => {
    expect(await found(search)).toEqual(ids);
  });

  test('of a direction shows who is assigned to what stands in it that day', async () => {
    const inSouth = async (date: string) =>
      (await listPeople(portal.read, '', { units: [unit('south')], on: day(date) }, 1)).people.map(
        ({ id }) => id,
      );
    expect(await inSouth('2025-03-31')).toEqual(['dino']);
    expect(await inSouth('2025-04-01')).toEqual(['cleo', 'bea']);
    expect(await listPeople(portal.read, '', { units: [], on: day('2025-04-01') }, 1)).toMatchObject({
      total: 0,
    });
  });

  test('comes in pages of fifty', async () => {
    await portal.transaction(async (write) => {
      for (let at = 0; at < 100; at++) await addPerson(write, particulars({ givenName: `Zoe ${at}` }));
    });
    const pages = await Promise.all([1, 2, 3, 4].map((at) => listPeople(portal.read, '', null, at)));
    expect(pages.map(({ people }) => people.length)).toEqual([50, 50, 5, 0]);
    expect(pages[0]).toMatchObject({ total: 105, pages: 3 });
    expect(new Set(pages.flatMap(({ people }) => people.map(({ id }) => id))).size).toBe(105);
  });
});

function particulars(fields: Partial<Particulars>): Particulars {
  return { givenName: 'Fred', familyName: 'Zither', mail: null, taxCode: null, staffNumber: null, ...fields };
}

describe('a person’s particulars', () => {
  const add = (fields: Partial<Particulars>) =>
    portal.transaction((write) => addPerson(write, particulars(fields)));

  test('are kept tidy, and the person is found by them', async () => {
    const outcome = await add({
      givenName: ' Noè ',
      mail: 'Noe@Example.test',
      taxCode: 'abc',
      staffNumber: ' ',
    });
    expect(outcome).toMatchObject({
      ok: true,
      change: {
        action: 'person.add',
        after: { givenName: 'Noè', mail: 'noe@example.test', taxCode: 'ABC', staffNumber: null },
      },
    });
    expect(await found('noe zither')).toHaveLength(1);
  });

  test.each([
    [{ familyName: ' ' }, { code: 'nameMissing' }],
    [{ mail: 'ADA@example.test' }, { code: 'taken', field: 'mail' }],
    [{ staffNumber: 'Nada' }, { code: 'taken', field: 'staffNumber' }],
  ])('%j are refused', async (fields, fault) => {
    expect(await add(fields)).toEqual({ ok: false, fault });
    expect(await found('zither')).toEqual([]);
  });

  test('can be changed, the own mail kept, and the new name is found and not the old', async () => {
    const ada = (await personOf(portal.read, person('ada')))!;
    const outcome = await portal.transaction((write) =>
      changePerson(write, ada.id, { ...ada, familyName: 'Sordìna' }),
    );
    expect(outcome).toMatchObject({
      ok: true,
      change: { before: { familyName: 'Toccata' }, after: { familyName: 'Sordìna' } },
    });
    expect(await found('sordina')).toEqual(['ada']);
    expect(await found('toccata')).toEqual([]);
    const other = portal.transaction((write) =>
      changePerson(write, ada.id, { ...ada, mail: 'bea@example.test' }),
    );
    expect(await other).toMatchObject({ ok: false, fault: { code: 'taken' } });
  });
});
