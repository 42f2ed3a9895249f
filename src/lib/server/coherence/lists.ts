import { FIGURE_KIND_NAMES, FIGURE_KINDS } from '#core/coherence/figure-kinds.ts';
import { choice, decimal, text, whole } from '../lists/column.ts';
import { tableDefinition } from '../lists/table-definition.ts';
import { declaredFigure } from './schema.ts';
import { subjectFaults } from './subject-faults.ts';

const FIGURES = FIGURE_KIND_NAMES.map((name) => ({ value: name, ...FIGURE_KINDS[name].title }));

export const declaredFiguresList = tableDefinition({
  id: 'declaredFigures',
  title: { it: 'Dati dichiarati', en: 'Declared figures' },
  lead: {
    it: 'Totali e percentuali scritti in atti e relazioni, che Accordo calcola anche da sé: le differenze finiscono nel registro delle incongruenze.',
    en: 'Totals and percentages written in acts and reports, which Accordo computes too: the differences go into the register of incoherences.',
  },
  group: 'entity',
  yearly: true,
  table: declaredFigure,
  key: ['figure', 'subject', 'source'],
  place: [],
  columns: [
    choice('figure', 'Dato', 'Figure', FIGURES),
    text('subject', 'Riferito a', 'Of', {
      required: false,
      most: 100,
      hint: {
        it: 'Codice del progetto, del silo o della direzione; vuoto: tutto l’ente.',
        en: 'Code of the project, silo or direction; empty: the whole entity.',
      },
    }),
    text('source', 'Dove è scritto', 'Where it is written', { most: 1000 }),
    choice('relation', 'Relazione', 'Relation', [
      { value: 'is', it: 'Uguale a', en: 'Equal to' },
      { value: 'atMost', it: 'Al massimo', en: 'At most' },
      { value: 'atLeast', it: 'Almeno', en: 'At least' },
    ]),
    decimal('value', 'Valore dichiarato', 'Declared value', ['0', null]),
    whole('decimals', 'Decimali', 'Decimals', 0, 10, {
      required: false,
      hint: {
        it: 'Con quanti decimali è scritto, se finisce con uno zero; vuoto: quelli del valore.',
        en: 'With how many decimals it is written, where it ends in a nought; empty: those of the value.',
      },
    }),
  ],
  check: subjectFaults,
});
