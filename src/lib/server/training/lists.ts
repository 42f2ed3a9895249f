import { decimal, direction, lines, person, text, whole } from '../lists/column.ts';
import { notOfDirections } from '../lists/of-directions.ts';
import { tableDefinition } from '../lists/table-definition.ts';
import { trainingDelivery, trainingHours } from './schema.ts';

export const trainingHoursList = tableDefinition({
  id: 'trainingHours',
  title: { it: 'Ore di formazione', en: 'Hours of training' },
  lead: {
    it: 'Le ore di ogni persona nell’anno. La soglia si riduce in proporzione ai giorni di servizio; chi è esentato non conta (SET-D1).',
    en: 'Everybody’s hours in the year. The threshold is reduced in proportion to the days in service; who is exempt does not count (SET-D1).',
  },
  group: 'direction',
  yearly: true,
  table: trainingHours,
  key: ['personId'],
  place: ['personId'],
  columns: [
    person(),
    decimal('hours', 'Ore', 'Hours', ['0', '8784'], { decimals: 2 }),
    whole('days', 'Giorni di servizio', 'Days in service', 0, 366, {
      required: false,
      hint: {
        it: 'Solo se diversi da quelli delle assegnazioni.',
        en: 'Only where they are other than those of the assignments.',
      },
    }),
    text('exemption', 'Motivo dell’esenzione', 'Reason for exemption', {
      required: false,
      hint: { it: 'Vuoto: le ore sono dovute.', en: 'Empty: the hours are due.' },
    }),
  ],
});

const DELIVERY = { key: ['unitId'] } as const;

export const trainingDeliveryList = tableDefinition({
  ...DELIVERY,
  id: 'trainingDelivery',
  title: { it: 'Formazione erogata direttamente', en: 'Training delivered directly' },
  lead: {
    it: 'In che misura la direzione ha tenuto formazione per il settore o per l’ente: 0 per nulla, 1 del tutto (SET-D2).',
    en: 'How far the direction held training for itself or for the entity: 0 not at all, 1 wholly (SET-D2).',
  },
  group: 'direction',
  yearly: true,
  table: trainingDelivery,
  place: ['unitId'],
  columns: [
    direction(),
    decimal('degree', 'Grado', 'Degree', ['0', '1'], { hint: { it: 'Da 0 a 1.', en: 'From 0 to 1.' } }),
    lines('note', 'Note', 'Notes'),
  ],
  check: (db, year, changed) => notOfDirections(db, year, DELIVERY, changed),
});
