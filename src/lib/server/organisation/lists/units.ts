import { choice, date, reference, text } from '../../lists/column.ts';
import type { Choice } from '../../lists/column.ts';
import type { Cells, ListDefinition, ListSource } from '../../lists/definition.ts';
import { tableList } from '../../lists/table-list.ts';
import { UNIT_KINDS, type UnitId, type UnitKind } from '../model.ts';
import { unitVersion } from '../schema.ts';
import * as kinds from '../units/kind-store.ts';
import { unitFaults } from './unit-faults.ts';

const KIND_CHOICES: readonly Choice[] = [
  { value: 'area', it: 'Area', en: 'Area' },
  { value: 'direction', it: 'Direzione', en: 'Direction' },
  { value: 'service', it: 'Servizio', en: 'Service' },
  { value: 'office', it: 'Ufficio', en: 'Office' },
  { value: 'specialist', it: 'Alta Specializzazione', en: 'Specialist' },
  { value: 'taskForce', it: 'Cabina di regia', en: 'Task force' },
];

const id = text('unitId', 'Codice', 'Code', { most: 50 });
const validFrom = date('validFrom', 'Dal', 'From');
const others = [
  text('name', 'Nome', 'Name'),
  reference('parentId', 'Fa parte di', 'Stands in', 'unit', {
    required: false,
    hint: { it: 'Vuoto: direttamente sotto l’ente.', en: 'Empty: directly under the entity.' },
  }),
];
const validTo = date('validTo', 'Al', 'To', {
  required: false,
  hint: {
    it: 'L’ultimo giorno; vuoto: fino a nuovo ordine.',
    en: 'The last day; empty: until further notice.',
  },
});

const KEY = ['unitId', 'validFrom'] as const;

const versions = tableList({
  table: unitVersion,
  columns: [id, ...others, validFrom, validTo],
  key: KEY,
  place: ['unitId'],
  inYear: null,
});

const source: ListSource = {
  ...versions,
  all: async (db, year) => withKinds(await versions.all(db, year), await kinds.all(db)),
  one: async (db, year, key) => {
    const found = await versions.one(db, year, key);
    return found && withKinds([found], await kinds.all(db))[0]!;
  },
  page: async (db, year, query) => {
    const { records, total } = await versions.page(db, year, query);
    return { records: withKinds(records, await kinds.all(db)), total };
  },
  put: async (write, year, records) => {
    for (const record of records) {
      await kinds.set(write, record.unitId as UnitId, record.kind as UnitKind);
      await versions.put(write, year, [record]);
    }
  },
  take: async (write, year, key) => {
    await versions.take(write, year, key);
    await kinds.dropWithoutVersions(write, key.unitId as UnitId);
  },
};

function withKinds(records: readonly Cells[], known: ReadonlyMap<string, UnitKind>): Cells[] {
  return records.map((record) => ({ ...record, kind: known.get(record.unitId!)! }));
}

export const unitsList: ListDefinition = {
  id: 'units',
  title: { it: 'Unità organizzative', en: 'Units' },
  lead: {
    it: 'Aree, direzioni, servizi e uffici, con le date: a ogni cambio di nome o di posto una nuova riga con lo stesso codice.',
    en: 'Areas, directions, services and offices, with their dates: a new row of the same code for each change of name or place.',
  },
  group: 'organisation',
  yearly: false,
  key: KEY,
  place: ['unitId'],
  columns: [id, choice('kind', 'Tipo', 'Kind', KIND_CHOICES), ...others, validFrom, validTo],
  source,
  defines: ['unit'],
  // A unit must be there before what stands in it.
  before: (a, b) => UNIT_KINDS.indexOf(a.kind as UnitKind) - UNIT_KINDS.indexOf(b.kind as UnitKind),
  check: unitFaults,
};
