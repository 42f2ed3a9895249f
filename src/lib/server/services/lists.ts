import { choice, decimal, lines, reference, text, whole } from '../lists/column.ts';
import type { Choice } from '../lists/column.ts';
import { tableDefinition } from '../lists/table-definition.ts';
import { indicatorResult, portfolioService, serviceIndicator, serviceVolume } from './schema.ts';

export const servicesList = tableDefinition({
  id: 'services',
  defines: ['service'],
  title: { it: 'Portafoglio dei servizi', en: 'Portfolio of services' },
  lead: {
    it: 'I servizi erogati e l’unità che ne risponde: un servizio o, dove non c’è, la direzione.',
    en: 'The services rendered and the unit that answers for each: a service or, where there is none, the direction.',
  },
  group: 'services',
  yearly: false,
  table: portfolioService,
  inYear: null,
  key: ['id'],
  place: ['unitId'],
  columns: [
    text('id', 'Codice', 'Code', { most: 50 }),
    whole('number', 'Numero', 'Number', 1, 10_000),
    text('name', 'Servizio', 'Service'),
    text('area', 'Ambito', 'Area'),
    reference('unitId', 'Unità che risponde', 'Answering unit', 'unit'),
  ],
});

export const serviceVolumesList = tableDefinition({
  id: 'serviceVolumes',
  title: { it: 'Output e utenza', en: 'Output and users' },
  lead: {
    it: 'Quanto ha prodotto ogni servizio e quanti ne hanno usufruito.',
    en: 'What each service produced and how many used it.',
  },
  group: 'services',
  yearly: true,
  table: serviceVolume,
  key: ['serviceId', 'kind', 'name'],
  place: [],
  columns: [
    reference('serviceId', 'Servizio', 'Service', 'service'),
    choice('kind', 'Tipo', 'Kind', [
      { value: 'output', it: 'Output', en: 'Output' },
      { value: 'users', it: 'Utenza', en: 'Users' },
    ]),
    text('name', 'Voce', 'Item'),
    decimal('value', 'Valore', 'Value', ['0', null], { required: false }),
  ],
});

export const DIMENSION_CHOICES: readonly Choice[] = [
  { value: 'quantity', it: 'Quantità', en: 'Quantity' },
  { value: 'accessibility', it: 'Qualità: accessibilità', en: 'Quality: accessibility' },
  { value: 'technicalQuality', it: 'Qualità tecnica', en: 'Technical quality' },
  { value: 'timeliness', it: 'Qualità: tempestività', en: 'Quality: timeliness' },
  { value: 'technicalEfficiency', it: 'Efficienza tecnica', en: 'Technical efficiency' },
  { value: 'economicEfficiency', it: 'Efficienza economica', en: 'Economic efficiency' },
  {
    value: 'internalSatisfaction',
    it: 'Soddisfazione dell’utenza interna',
    en: 'Satisfaction of internal users',
  },
  {
    value: 'externalSatisfaction',
    it: 'Soddisfazione dell’utenza esterna',
    en: 'Satisfaction of external users',
  },
];

export const serviceIndicatorsList = tableDefinition({
  id: 'serviceIndicators',
  defines: ['indicator'],
  title: { it: 'Indicatori dei servizi', en: 'Indicators of services' },
  lead: {
    it: 'Che cosa si misura di ogni servizio, in quale dimensione e quando è un miglioramento.',
    en: 'What is measured of each service, in which dimension, and when it is an improvement.',
  },
  group: 'services',
  yearly: false,
  table: serviceIndicator,
  inYear: null,
  key: ['id'],
  place: [],
  columns: [
    text('id', 'Codice', 'Code', { most: 50 }),
    reference('serviceId', 'Servizio', 'Service', 'service'),
    text('name', 'Indicatore', 'Indicator'),
    choice('dimension', 'Dimensione', 'Dimension', DIMENSION_CHOICES),
    text('measure', 'Unità di misura', 'Measure', { required: false, most: 100 }),
    choice('better', 'Migliora se', 'Improves if', [
      { value: 'higher', it: 'Aumenta', en: 'It rises' },
      { value: 'lower', it: 'Diminuisce', en: 'It falls' },
    ]),
  ],
});

const figure = (key: string, it: string, en: string) =>
  decimal(key, it, en, [null, null], { required: false });

export const indicatorResultsList = tableDefinition({
  id: 'indicatorResults',
  title: { it: 'Standard e valori degli indicatori', en: 'Standards and values of indicators' },
  lead: {
    it: 'Lo standard dell’anno, quello cambiato in corso d’anno se c’è, e il valore a consuntivo. Senza standard o senza valore l’indicatore non è valutabile (IND-O).',
    en: 'The standard of the year, the one changed during the year if any, and the value at the end. Without a standard or a value the indicator is not assessable (IND-O).',
  },
  group: 'services',
  yearly: true,
  table: indicatorResult,
  key: ['indicatorId'],
  place: [],
  columns: [
    reference('indicatorId', 'Indicatore', 'Indicator', 'indicator'),
    figure('standard', 'Standard', 'Standard'),
    figure('changedStandard', 'Standard rimodulato', 'Standard as changed'),
    figure('value', 'Valore', 'Value'),
    lines('note', 'Note', 'Notes'),
  ],
});
