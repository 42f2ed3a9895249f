import { choice, date, money, percent, person, text, whole } from '../lists/column.ts';
import type { Choice } from '../lists/column.ts';
import { tableDefinition } from '../lists/table-definition.ts';
import {
  countedMonths,
  executiveExtra,
  incentiveReduction,
  lawIncentive,
  presence,
  sanction,
  tieBreak,
} from './schema.ts';

const MONTHS: readonly (readonly [key: string, it: string, en: string])[] = [
  ['january', 'Gennaio', 'January'],
  ['february', 'Febbraio', 'February'],
  ['march', 'Marzo', 'March'],
  ['april', 'Aprile', 'April'],
  ['may', 'Maggio', 'May'],
  ['june', 'Giugno', 'June'],
  ['july', 'Luglio', 'July'],
  ['august', 'Agosto', 'August'],
  ['september', 'Settembre', 'September'],
  ['october', 'Ottobre', 'October'],
  ['november', 'Novembre', 'November'],
  ['december', 'Dicembre', 'December'],
];

export const MONTH_KEYS = MONTHS.map(([key]) => key);

export const presenceList = tableDefinition({
  id: 'presence',
  title: { it: 'Giorni di presenza', en: 'Days of presence' },
  lead: {
    it: 'Mese per mese, di chi è stato assente per motivi che non valgono come presenza. Di chi non è in elenco contano i mesi di servizio (PAY-M).',
    en: 'Month by month, of who was absent for reasons that do not count as presence. For who is not listed the months in service count (PAY-M).',
  },
  group: 'staff',
  yearly: true,
  table: presence,
  key: ['personId'],
  place: ['personId'],
  columns: [person(), ...MONTHS.map(([key, it, en]) => whole(key, it, en, 0, 31))],
});

export const countedMonthsList = tableDefinition({
  id: 'countedMonths',
  title: { it: 'Mesi riconosciuti', en: 'Months recognised' },
  lead: {
    it: 'Dove i mesi non si ricavano da assegnazioni e incarichi: incarichi ad interim, parti d’anno, periodi altrove.',
    en: 'Where the months do not follow from assignments and appointments: interim, part-years, time elsewhere.',
  },
  group: 'staff',
  yearly: true,
  table: countedMonths,
  key: ['personId'],
  place: ['personId'],
  columns: [
    person(),
    whole('months', 'Mesi', 'Months', 0, 12),
    text('reason', 'Motivo', 'Reason', { required: false }),
  ],
});

const SANCTIONS: readonly Choice[] = [
  { value: 'written-reprimand', it: 'Rimprovero scritto', en: 'Written reprimand' },
  { value: 'fine', it: 'Multa', en: 'Fine' },
  { value: 'suspension-to-10-days', it: 'Sospensione fino a 10 giorni', en: 'Suspension up to 10 days' },
  {
    value: 'suspension-to-1-month',
    it: 'Sospensione da 11 giorni a 1 mese',
    en: 'Suspension from 11 days to 1 month',
  },
  { value: 'suspension-over-1-month', it: 'Sospensione oltre 1 mese', en: 'Suspension over 1 month' },
];

export const sanctionsList = tableDefinition({
  id: 'sanctions',
  title: { it: 'Sanzioni disciplinari', en: 'Disciplinary sanctions' },
  lead: {
    it: 'Le sanzioni definitive dell’anno (SAN-1).',
    en: 'The definitive sanctions of the year (SAN-1).',
  },
  group: 'staff',
  yearly: true,
  table: sanction,
  key: ['personId', 'kind', 'decidedOn'],
  place: ['personId'],
  columns: [
    person(),
    choice('kind', 'Sanzione', 'Sanction', SANCTIONS),
    date('decidedOn', 'Data', 'Date'),
    text('act', 'Atto', 'Act', { required: false }),
  ],
});

export const lawIncentivesList = tableDefinition({
  id: 'lawIncentives',
  title: { it: 'Incentivi di legge', en: 'Incentives of law' },
  lead: {
    it: 'Gli incentivi netti ricevuti nell’anno; della stessa persona si sommano (BAL-1).',
    en: 'The net incentives received in the year; those of a person add up (BAL-1).',
  },
  group: 'staff',
  yearly: true,
  table: lawIncentive,
  key: ['personId', 'label'],
  place: ['personId'],
  columns: [
    person(),
    text('label', 'Incentivo', 'Incentive'),
    money('amount', 'Importo netto', 'Net amount'),
  ],
});

export const incentiveReductionsList = tableDefinition({
  id: 'incentiveReductions',
  title: { it: 'Bilanciamento delle EQ', en: 'Balancing of EQ holders' },
  lead: {
    it: 'La riduzione della retribuzione di risultato delle EQ per gli incentivi di legge (PAY-Q).',
    en: 'What is taken off the result pay of EQ holders for incentives of law (PAY-Q).',
  },
  group: 'staff',
  yearly: true,
  table: incentiveReduction,
  key: ['personId'],
  place: ['personId'],
  columns: [
    person(),
    percent('reduction', 'Riduzione %', 'Reduction %'),
    text('reason', 'Motivo', 'Reason', { required: false }),
  ],
});

export const executiveExtrasList = tableDefinition({
  id: 'executiveExtras',
  title: { it: 'Importi aggiuntivi dei dirigenti', en: 'Extras of executives' },
  lead: {
    it: 'Importi con un nome proprio, oltre alla retribuzione di risultato (EXT-E).',
    en: 'Named amounts beside the result pay (EXT-E).',
  },
  group: 'premiums',
  yearly: true,
  table: executiveExtra,
  key: ['personId', 'label'],
  place: ['personId'],
  columns: [person(), text('label', 'Voce', 'Item'), money('amount', 'Importo', 'Amount')],
});

export const tieBreaksList = tableDefinition({
  id: 'tieBreaks',
  title: { it: 'Spareggi', en: 'Tie breaks' },
  lead: {
    it: 'Chi viene prima a parità di punteggio per la maggiorazione: il numero più basso (UPL-E, UPL-W).',
    en: 'Who comes first among equals for the uplift: the lower number (UPL-E, UPL-W).',
  },
  group: 'premiums',
  yearly: true,
  table: tieBreak,
  key: ['personId'],
  place: ['personId'],
  columns: [
    person(),
    whole('rank', 'Ordine', 'Rank', 0, 1_000_000),
    text('criterion', 'Criterio', 'Criterion', { required: false }),
  ],
});
