import type { Bilingual } from './language.ts';

/** What the figures of premiums and funds are called. */
export const PREMIUM_WORDS = {
  available: { it: 'disponibile', en: 'available' },
  paid: { it: 'erogato', en: 'paid' },
  economies: { it: 'economie', en: 'economies' },
  pay: { it: 'importo spettante', en: 'amount due' },
  months: { it: 'mesi', en: 'months' },
  monthsOfTheYear: { it: "mesi dell'anno", en: 'months of the year' },
  monthsFromPresence: { it: 'mesi con presenza sufficiente', en: 'months with enough presence' },
  presenceDays: { it: 'giorni di presenza nel mese', en: 'days of presence in month' },
  serviceShare: { it: "parte dell'anno", en: 'part of the year' },
  share: { it: 'quota', en: 'share' },
  part: { it: 'parte proporzionale', en: 'proportional part' },
  remainderCent: { it: 'centesimo di resto', en: 'cent of the remainder' },
  nothing: { it: 'nessun importo', en: 'no amount' },
  atLeastNothing: { it: 'non meno di zero', en: 'not less than zero' },

  // why there is none
  gateClosed: { it: 'equilibri di bilancio non raggiunti', en: 'budget balance not reached' },
  tooFewMonths: { it: 'mesi insufficienti', en: 'too few months' },
  totalTooLow: { it: 'punteggio che non dà accesso', en: 'total that gives no access' },
  notEntitled: { it: 'meno dei mesi minimi di servizio', en: 'fewer than the minimum months of service' },
  notPositive: { it: 'punteggio sotto il minimo', en: 'total below the minimum' },

  // executives and EQ holders
  resultPay: { it: 'retribuzione di risultato', en: 'result pay' },
  exactResultPay: { it: 'prima dell’arrotondamento', en: 'before rounding' },
  firstBandAmount: { it: 'importo della prima fascia', en: 'amount of the first band' },
  afterLatePayments: {
    it: 'dopo la penalità per i tempi di pagamento',
    en: 'after the penalty for late payment',
  },
  resultFund: { it: 'fondo per il risultato', en: 'result pay fund' },
  extras: { it: 'importi aggiuntivi', en: 'extras' },
  extra: { it: 'importo aggiuntivo', en: 'extra' },
  allExtras: { it: 'importi aggiuntivi di tutti', en: 'extras of all' },
  fundLeft: { it: 'fondo che resta', en: 'fund that is left' },
  yearsOfService: {
    it: 'anni di servizio di chi ha i mesi minimi',
    en: 'years of service of those with the minimum months',
  },
  perYearOfService: { it: 'per anno di servizio', en: 'per year of service' },
  resultPot: { it: 'risorse per il risultato', en: 'result pay pot' },
  allWeights: { it: 'punti di tutti gli aventi diritto', en: 'points of all those entitled' },
  coefficient: { it: 'coefficiente economico', en: 'economic coefficient' },
  afterIncentives: { it: 'dopo il bilanciamento', en: 'after balancing' },
  incentiveReduction: { it: 'riduzione per incentivi di legge', en: 'reduction for incentives of law' },

  // uplifts
  upliftPot: { it: 'risorse per la maggiorazione', en: 'uplift pot' },
  upliftWon: { it: 'maggiorazione attribuita', en: 'uplift awarded' },
  upliftNotWon: {
    it: 'maggiorazione non attribuita: altri punteggi più alti',
    en: 'uplift not awarded: other totals are higher',
  },
  upliftTied: {
    it: 'pari merito al taglio: decisione aperta',
    en: 'tie at the cut: open decision',
  },
  upliftPart: { it: 'parte della maggiorazione', en: 'part of the uplift' },
  upliftPlaces: { it: 'maggiorazioni della direzione', en: 'uplifts of the direction' },
  upliftValue: { it: 'valore della maggiorazione', en: 'value of the uplift' },
  exactUpliftValue: { it: 'prima dell’arrotondamento', en: 'before rounding' },
  upliftCount: { it: 'numero delle maggiorazioni', en: 'number of uplifts' },
  exactUpliftCount: { it: 'prima dell’arrotondamento', en: 'before rounding' },

  // employees
  premiumWeight: { it: 'punti che contano per il premio', en: 'points that count for the premium' },
  sanctions: { it: 'sanzioni', en: 'sanctions' },
  sanctionReduction: { it: 'riduzione per sanzioni', en: 'reduction for sanctions' },
  afterSanctions: { it: 'dopo le sanzioni', en: 'after sanctions' },
  balancing: { it: 'bilanciamento con gli incentivi di legge', en: 'balancing with incentives of law' },
  otherIncentives: { it: 'incentivi di legge ricevuti', en: 'incentives of law received' },
  individualPot: { it: 'risorse per la performance individuale', en: 'individual performance pot' },
  heads: { it: 'aventi diritto', en: 'persons entitled' },
  meanPerHead: { it: 'premio medio pro capite', en: 'mean premium per head' },
  basePot: { it: 'fondo base', en: 'base pot' },
  meanBase: { it: 'premio medio senza maggiorazione', en: 'mean premium without uplift' },
  meanWithUplift: { it: 'premio medio con maggiorazione', en: 'mean premium with uplift' },
  directionHeads: { it: 'aventi diritto della direzione', en: 'persons entitled of the direction' },
  directionBudget: { it: 'budget della direzione', en: 'budget of the direction' },
  directionPlaces: { it: 'maggiorazioni della direzione', en: 'uplifts of the direction' },
  directionWeights: { it: 'punti di tutta la direzione', en: 'points of the whole direction' },
  basePremium: { it: 'premio individuale', en: 'individual premium' },
} as const satisfies Readonly<Record<string, Bilingual>>;
