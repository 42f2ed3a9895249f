import type { WarningCode } from './notices.ts';

/** What a warning says to a person; whom or what it touches is its id. */
export const WARNING_TEXT: Readonly<Record<WarningCode, string>> = {
  'no-assessable-indicator': 'nessun indicatore valutabile: la voce vale 0',
  'no-objectives': 'mancano obiettivi: la voce vale 0',
  'survey-below-threshold':
    "meno risposte della soglia: vale la media dell'ente e la direzione non è mostrata",
  'no-survey': "in tutto l'ente meno risposte della soglia: la motivazione vale 0",
  'exactly-at-access-threshold':
    'punteggio esattamente sulla soglia: la tabella delle fasce non dà accesso al premio',
  'uplift-over-ten-percent': 'le maggiorazioni arrotondate superano la percentuale prevista',
  'budget-without-recipients': 'nessuno a cui assegnare il budget: resta tra le economie',
  'fund-exceeded': 'il fondo non basta: spetta più di quanto è disponibile',
};
