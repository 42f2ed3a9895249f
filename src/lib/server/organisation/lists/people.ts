import { text } from '../../lists/column.ts';
import type { Cells, ListDefinition } from '../../lists/definition.ts';
import { tableList } from '../../lists/table-list.ts';
import type { Person } from '../model.ts';
import * as store from '../people/store.ts';
import { person } from '../schema.ts';

const columns = [
  text('id', 'Codice', 'Code', {
    most: 50,
    hint: {
      it: 'Un codice che resta sempre lo stesso, come la matricola.',
      en: 'A code that always stays the same, such as the staff number.',
    },
  }),
  text('familyName', 'Cognome', 'Family name', { most: 100 }),
  text('givenName', 'Nome', 'Given name', { most: 100 }),
  text('mail', 'Posta elettronica', 'Mail', {
    required: false,
    most: 254,
    alias: ['email', 'e-mail', 'mail'],
  }),
  text('taxCode', 'Codice fiscale', 'Tax code', { required: false, most: 16 }),
  text('staffNumber', 'Matricola', 'Staff number', { required: false, most: 50 }),
];

const source = tableList({ table: person, columns, key: ['id'], place: ['id'], inYear: null });

/** As the registry keeps them: mail in small letters, tax code in capital ones. */
function tidied({ id, familyName, givenName, mail, taxCode, staffNumber }: Cells): Person {
  return {
    id: id! as Person['id'],
    familyName: familyName!,
    givenName: givenName!,
    mail: mail?.toLowerCase() ?? null,
    taxCode: taxCode?.toUpperCase() ?? null,
    staffNumber: staffNumber ?? null,
  };
}

export const peopleList: ListDefinition = {
  id: 'people',
  title: { it: 'Anagrafica', en: 'Registry' },
  lead: {
    it: 'Tutte le persone: chi lavora nell’ente, gli amministratori, il Nucleo.',
    en: 'Everybody: who works in the entity, mayor and councillors, the Nucleo.',
  },
  group: 'organisation',
  yearly: false,
  key: ['id'],
  place: ['id'],
  columns,
  source: {
    ...source,
    put: async (write, _year, records) => {
      for (const record of records) {
        const tidy = tidied(record);
        if (await store.one(write, tidy.id)) await store.replace(write, tidy);
        else await store.addAll(write, [tidy]);
      }
    },
  },
  defines: ['person'],
  tidy: (record) => ({ ...tidied(record) }),
};
