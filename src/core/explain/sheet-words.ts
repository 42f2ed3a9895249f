import type { Bilingual } from './language.ts';

/** What the figures of a sheet, of the entity and of the survey are called. */
export const SHEET_WORDS = {
  item: { it: 'voce della scheda', en: 'item of the sheet' },
  total: { it: 'punteggio totale', en: 'total' },
  sumOfItems: { it: 'somma delle voci', en: 'sum of the items' },
  lessPenalties: { it: 'al netto delle penalità', en: 'less penalties' },
  noPoints: { it: 'nessun punto', en: 'no points' },
  sheetMaximum: { it: 'massimo della scheda', en: 'maximum of the sheet' },

  // the entity
  position: { it: 'posizione in classifica', en: 'position in the ranking' },
  rankingReached: { it: 'almeno una classifica raggiunta', en: 'at least one ranking reached' },
  rankingMissed: { it: 'nessuna classifica raggiunta', en: 'no ranking reached' },
  collected: { it: 'riscosso', en: 'collected' },
  assessed: { it: 'accertato', en: 'assessed' },
  collectedShare: { it: 'riscosso su accertato', en: 'collected out of assessed' },
  residualCollectionRate: { it: 'percentuale di riscossione', en: 'collection rate' },
  rateReached: { it: 'percentuale raggiunta', en: 'rate reached' },
  rateMissed: { it: 'percentuale non raggiunta', en: 'rate not reached' },
  hundredPercent: { it: 'cento per cento', en: 'one hundred per cent' },
  entityPoints: { it: "punti dell'ente", en: 'points of the entity' },
  entityMaximum: { it: "massimo dell'ente", en: 'maximum of the entity' },

  // objectives and indicators
  policyAlignment: { it: 'somma dei fattori', en: 'sum of the factors' },
  alignmentFactor: { it: 'fattore', en: 'factor' },
  objectivePoints: { it: 'punti degli obiettivi', en: 'points of the objectives' },
  meanAchievement: { it: 'raggiungimento medio ponderato', en: 'weighted mean achievement' },
  objective: { it: 'obiettivo', en: 'objective' },
  achievement: { it: 'raggiungimento', en: 'achievement' },
  weight: { it: 'peso', en: 'weight' },
  siloPoints: { it: 'punti dei silos', en: 'points of the silos' },
  meanOfSilos: { it: 'media dei silos', en: 'mean of the silos' },
  silo: { it: 'silo', en: 'silo' },
  siloAchievement: { it: 'raggiungimento del silo', en: 'achievement of the silo' },
  indicatorPoints: { it: 'punti degli indicatori', en: 'points of the indicators' },
  favourableShare: {
    it: 'esiti favorevoli sui valutabili',
    en: 'favourable outcomes out of those assessable',
  },
  favourableIndicators: { it: 'esiti favorevoli', en: 'favourable outcomes' },
  assessableIndicators: { it: 'indicatori valutabili', en: 'assessable indicators' },
  improved: { it: 'migliorati', en: 'improved' },
  unchanged: { it: 'invariati', en: 'unchanged' },
  worsened: { it: 'peggiorati', en: 'worsened' },
  sectorContribution: { it: 'contributo del settore', en: 'contribution of the sector' },
  sectorPoints: { it: 'punti del settore', en: 'points of the sector' },
  sectorMaximum: { it: 'massimo del settore', en: 'maximum of the sector' },

  // the staff of a direction
  everybodyTrained: {
    it: 'tutto il personale ha raggiunto le ore',
    en: 'all the staff have reached the hours',
  },
  notEverybodyTrained: {
    it: 'non tutto il personale ha raggiunto le ore',
    en: 'not all the staff have reached the hours',
  },
  nobodyToTrain: { it: 'nessuno da contare', en: 'nobody to count' },
  staffToTrain: { it: 'personale da contare', en: 'staff to count' },
  staffTrained: { it: 'personale che ha raggiunto le ore', en: 'staff who have reached the hours' },
  trainedShare: { it: 'in proporzione al personale formato', en: 'in proportion to the staff trained' },
  trainingDelivered: { it: 'formazione erogata direttamente', en: 'training delivered directly' },
  internalDelivery: { it: 'grado di erogazione', en: 'degree of delivery' },
  findings: { it: 'rilievi', en: 'findings' },
  findingsRow: { it: 'penalità per numero di rilievi', en: 'penalty by number of findings' },
  assessableStaff: { it: 'personale valutabile', en: 'assessable staff' },
  bandsUsed: { it: 'fasce usate', en: 'bands used' },
  nobodyToTellApart: {
    it: 'troppo poco personale per differenziare',
    en: 'too few staff to differentiate',
  },
  differentiationRow: { it: 'penalità per personale e fasce', en: 'penalty by staff and bands' },

  // behaviours and what an evaluator awards
  awarded: { it: 'punti attribuiti', en: 'points awarded' },
  behaviour: { it: 'comportamento', en: 'behaviour' },
  behavioursMaximum: { it: 'massimo dei comportamenti', en: 'maximum of the behaviours' },

  // the survey
  noSurvey: {
    it: 'sondaggio sotto la soglia in tutto l’ente',
    en: 'survey below the threshold in the whole entity',
  },
  responses: { it: 'risposte', en: 'responses' },
  invited: { it: 'invitati', en: 'invited' },
  respondents: { it: 'risposte su invitati', en: 'responses out of invited' },
  participation: { it: 'partecipazione', en: 'participation' },
  entityMeanInstead: {
    it: "sotto la soglia: vale la media dell'ente",
    en: 'below the threshold: the mean of the entity counts',
  },
  surveyMean: { it: 'media delle risposte', en: 'mean of the answers' },
  questionMean: { it: 'media della domanda', en: 'mean of the question' },
  answerSum: { it: 'somma delle risposte', en: 'sum of the answers' },
  answers: { it: 'numero delle risposte date', en: 'number of answers given' },
  rescaledMean: { it: 'media riportata in scala', en: 'mean brought to scale' },
  aboveLowest: { it: 'oltre il minimo della scala', en: 'above the lowest of the scale' },
  scaleRange: { it: 'ampiezza della scala', en: 'range of the scale' },
  scaleLowest: { it: 'minimo della scala', en: 'lowest of the scale' },
  scaleHighest: { it: 'massimo della scala', en: 'highest of the scale' },
} as const satisfies Readonly<Record<string, Bilingual>>;
