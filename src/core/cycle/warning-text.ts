import type { Bilingual } from '../explain/language.ts';
import type { WarningCode } from './notices.ts';

/** What a warning says to a person; whom or what it touches is its id. */
export const WARNING_TEXT: Readonly<Record<WarningCode, Bilingual>> = {
  'no-assessable-indicator': {
    it: 'nessun indicatore valutabile: la voce vale 0',
    en: 'no assessable indicator: the item is 0',
  },
  'no-objectives': {
    it: 'mancano obiettivi: la voce vale 0',
    en: 'there are no objectives: the item is 0',
  },
  'survey-below-threshold': {
    it: "meno risposte della soglia: vale la media dell'ente e la direzione non è mostrata",
    en: 'fewer responses than the threshold: the mean of the entity counts and the direction is not shown',
  },
  'no-survey': {
    it: "in tutto l'ente meno risposte della soglia: la motivazione vale 0",
    en: 'fewer responses than the threshold in the whole entity: the ability to motivate is 0',
  },
  'exactly-at-access-threshold': {
    it: 'punteggio esattamente sulla soglia: la tabella delle fasce non dà accesso al premio',
    en: 'total exactly at the threshold: the table of bands gives no access to the premium',
  },
  'uplift-over-ten-percent': {
    it: 'le maggiorazioni arrotondate superano la percentuale prevista',
    en: 'the rounded number of uplifts exceeds the percentage laid down',
  },
  'budget-without-recipients': {
    it: 'nessuno a cui assegnare il budget: resta tra le economie',
    en: 'nobody to assign the budget to: it remains among the economies',
  },
  'fund-exceeded': {
    it: 'il fondo non basta: spetta più di quanto è disponibile',
    en: 'the fund is not enough: more is due than is available',
  },
};
