import { choice, direction, lines, whole, yesNo } from '../lists/column.ts';
import { notOfDirections } from '../lists/of-directions.ts';
import { tableDefinition } from '../lists/table-definition.ts';
import { MEASURES } from './measures.ts';
import { transparencyMeasure } from './schema.ts';

const KEY = { key: ['unitId', 'measure'] } as const;

export const transparencyList = tableDefinition({
  ...KEY,
  id: 'transparency',
  title: { it: 'Trasparenza e anticorruzione', en: 'Transparency and anti-corruption' },
  lead: {
    it: 'Le dieci misure monitorate in ogni direzione: se è stata rendicontata e quanti rilievi ci sono (PEN-T).',
    en: 'The ten monitored measures in each direction: whether it was reported and how many findings there are (PEN-T).',
  },
  group: 'direction',
  yearly: true,
  table: transparencyMeasure,
  place: ['unitId'],
  columns: [
    direction(),
    choice('measure', 'Misura', 'Measure', MEASURES, {
      hint: { it: 'Numero da 1 a 10, o nome.', en: 'Number from 1 to 10, or name.' },
    }),
    yesNo('reported', 'Rendicontata', 'Reported'),
    whole('findings', 'Rilievi', 'Findings', 0, 1_000_000),
    lines('note', 'Note', 'Notes'),
  ],
  check: (db, year, changed) => notOfDirections(db, year, KEY, changed),
});
