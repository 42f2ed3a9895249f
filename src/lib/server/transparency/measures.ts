import type { Choice } from '../lists/column.ts';

/** The ten measures of R §3.1, item 4, in its order and with names of ours. */
export const MEASURES: readonly Choice[] = [
  { value: '1', it: 'Termini dei procedimenti', en: 'Time limits of proceedings' },
  { value: '2', it: 'Divieto di rinnovi e proroghe', en: 'No renewals and extensions of contracts' },
  {
    value: '3',
    it: 'Responsabile del procedimento e del provvedimento distinti',
    en: 'Proceedings and measures by two people',
  },
  { value: '4', it: 'Accessi civici', en: 'Civic access requests' },
  { value: '5', it: 'Incarichi extra-istituzionali', en: 'Outside engagements of staff' },
  {
    value: '6',
    it: 'Controlli a campione sulle autocertificazioni',
    en: 'Sample checks of self-certifications',
  },
  { value: '7', it: 'Conflitto di interessi e astensione', en: 'Conflict of interest and abstention' },
  { value: '8', it: 'Controllo successivo sugli atti', en: 'Later control of acts' },
  { value: '9', it: 'Miglioramento degli atti', en: 'Improvement of acts' },
  { value: '10', it: 'Operazioni sospette (lista UIF)', en: 'Suspicious transactions (UIF list)' },
];
