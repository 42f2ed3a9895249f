/**
 * The thirteen directions of the example. R names its sectors (§2.2, §2.4, §2.6) and gives figures for the whole
 * entity only; how they divide over the directions is made up, so that the sums and means are the published ones.
 */
export interface DirectionPlan {
  readonly id: string;
  readonly name: string;
  /** Employees with a sheet; all together 599, what 646 (§1) leaves without 13 executives and 34 EQ holders. */
  readonly employees: number;
  /** Those of them with at least 6 months of service; all together 556 (R §3.3: 555 positive and one who is not). */
  readonly entitled: number;
  /** How many sheets end in each band below the first; the bands in use decide the penalty `PEN-D` (R §3.1, item 5). */
  readonly lowerBands: LowerBands;
  readonly eqHolders: number;
  readonly invited: number;
  readonly responses: number;
  /** About where the survey's mean of the direction lies, in hundredths. */
  readonly surveyMean: number;
  /** Improved, unchanged, worsened, not assessable; their sums are published (R §3.1, item 2 C). */
  readonly indicators: readonly [number, number, number, number];
  /** The mean achievement of the principal objectives, in tenths of a percent. */
  readonly principalMean: number;
  readonly silo: SiloId;
  readonly policyAlignment: readonly [string, string, string, string];
  /** Whether all staff reached the hours of training: R says most did, so the larger directions miss it. */
  readonly trainingReached: boolean;
  readonly internalDelivery: string;
  /** Planning, timeliness, objectives of the EQ; their means are published (R §3.1, item 3). */
  readonly managerial: readonly [string, string, string];
}

export interface LowerBands {
  readonly second: number;
  readonly third: number;
  readonly fourth: number;
  readonly fifth: number;
}

export type SiloId = 'cresco' | 'curo' | 'partecipo';

export const DIRECTIONS: readonly DirectionPlan[] = [
  {
    id: 'd01',
    name: 'Polizia Locale',
    employees: 74,
    entitled: 70,
    lowerBands: { second: 12, third: 4, fourth: 1, fifth: 0 },
    eqHolders: 3,
    invited: 75,
    responses: 41,
    surveyMean: 300,
    indicators: [47, 4, 9, 2],
    principalMean: 916,
    silo: 'curo',
    policyAlignment: ['2.5', '2.25', '2', '2.25'],
    trainingReached: false,
    internalDelivery: '1',
    managerial: ['0.70', '2.00', '0.80'],
  },
  {
    id: 'd02',
    name: 'Politiche Educative, Istruzione',
    employees: 142,
    entitled: 127,
    lowerBands: { second: 20, third: 7, fourth: 2, fifth: 1 },
    eqHolders: 3,
    invited: 141,
    responses: 78,
    surveyMean: 350,
    indicators: [63, 5, 8, 2],
    principalMean: 956,
    silo: 'partecipo',
    policyAlignment: ['2.5', '2.25', '2', '2.25'],
    trainingReached: false,
    internalDelivery: '1',
    managerial: ['0.75', '2.30', '0.85'],
  },
  {
    id: 'd03',
    name: 'Politiche Sociali',
    employees: 66,
    entitled: 60,
    lowerBands: { second: 10, third: 4, fourth: 1, fifth: 0 },
    eqHolders: 4,
    invited: 68,
    responses: 48,
    surveyMean: 355,
    indicators: [66, 5, 10, 3],
    principalMean: 936,
    silo: 'curo',
    policyAlignment: ['2.5', '2.25', '2.25', '2.25'],
    trainingReached: false,
    internalDelivery: '1',
    managerial: ['0.75', '2.30', '0.85'],
  },
  {
    id: 'd04',
    name: 'Cultura e Turismo',
    employees: 48,
    entitled: 44,
    lowerBands: { second: 8, third: 3, fourth: 0, fifth: 0 },
    eqHolders: 3,
    invited: 50,
    responses: 36,
    surveyMean: 330,
    indicators: [54, 6, 10, 2],
    principalMean: 940,
    silo: 'cresco',
    policyAlignment: ['2.25', '2.25', '2', '2.5'],
    trainingReached: true,
    internalDelivery: '0.75',
    managerial: ['0.70', '2.10', '0.80'],
  },
  {
    id: 'd05',
    name: 'Partecipazione, Comunità, Sport',
    employees: 36,
    entitled: 34,
    lowerBands: { second: 5, third: 2, fourth: 0, fifth: 0 },
    eqHolders: 2,
    invited: 37,
    responses: 28,
    surveyMean: 380,
    indicators: [45, 2, 4, 1],
    principalMean: 968,
    silo: 'partecipo',
    policyAlignment: ['2.5', '2.5', '2.25', '2.25'],
    trainingReached: true,
    internalDelivery: '1',
    managerial: ['0.75', '2.50', '0.90'],
  },
  {
    id: 'd06',
    name: 'Provveditorato, Gare, Partecipate',
    employees: 22,
    entitled: 21,
    lowerBands: { second: 4, third: 0, fourth: 0, fifth: 0 },
    eqHolders: 2,
    invited: 24,
    responses: 18,
    surveyMean: 310,
    indicators: [26, 2, 5, 1],
    principalMean: 930,
    silo: 'cresco',
    policyAlignment: ['2.25', '2.25', '2', '2.25'],
    trainingReached: true,
    internalDelivery: '0.5',
    managerial: ['0.65', '1.90', '0.80'],
  },
  {
    id: 'd07',
    name: 'Programmazione Progettazione Esecuzione Manutenzione',
    employees: 46,
    entitled: 43,
    lowerBands: { second: 7, third: 3, fourth: 1, fifth: 0 },
    eqHolders: 3,
    invited: 47,
    responses: 29,
    surveyMean: 300,
    indicators: [42, 4, 9, 3],
    principalMean: 890,
    silo: 'cresco',
    policyAlignment: ['2.25', '2', '2', '2.25'],
    trainingReached: false,
    internalDelivery: '0.5',
    managerial: ['0.60', '1.80', '0.75'],
  },
  {
    id: 'd08',
    name: 'Mobilità Sostenibile, Verde Pubblico Protezione Civile',
    employees: 30,
    entitled: 28,
    lowerBands: { second: 5, third: 2, fourth: 0, fifth: 0 },
    eqHolders: 2,
    invited: 31,
    responses: 19,
    surveyMean: 300,
    indicators: [44, 4, 9, 3],
    principalMean: 896,
    silo: 'curo',
    policyAlignment: ['2.25', '2', '2', '2.25'],
    trainingReached: true,
    internalDelivery: '0.5',
    managerial: ['0.60', '1.80', '0.80'],
  },
  {
    id: 'd09',
    name: 'Area Vasta, Ambiente, Transizione Ecologica',
    employees: 16,
    entitled: 16,
    lowerBands: { second: 3, third: 0, fourth: 0, fifth: 0 },
    eqHolders: 2,
    invited: 18,
    responses: 14,
    surveyMean: 390,
    indicators: [41, 2, 4, 1],
    principalMean: 960,
    silo: 'curo',
    policyAlignment: ['2.5', '2.25', '2.25', '2.25'],
    trainingReached: true,
    internalDelivery: '1',
    managerial: ['0.70', '2.40', '0.90'],
  },
  {
    id: 'd10',
    name: 'Urbanistica, Commercio Artigianato SUAP-SUE',
    employees: 32,
    entitled: 30,
    lowerBands: { second: 5, third: 2, fourth: 0, fifth: 0 },
    eqHolders: 3,
    invited: 34,
    responses: 23,
    surveyMean: 320,
    indicators: [42, 4, 8, 2],
    principalMean: 948,
    silo: 'cresco',
    policyAlignment: ['2.5', '2.25', '2.5', '2.25'],
    trainingReached: true,
    internalDelivery: '1',
    managerial: ['0.70', '2.10', '0.80'],
  },
  {
    id: 'd11',
    name: 'Economico Finanziario',
    employees: 40,
    entitled: 39,
    lowerBands: { second: 6, third: 2, fourth: 0, fifth: 0 },
    eqHolders: 3,
    invited: 42,
    responses: 32,
    surveyMean: 360,
    indicators: [49, 3, 1, 1],
    principalMean: 982,
    silo: 'cresco',
    policyAlignment: ['2.5', '2.5', '2.5', '2.5'],
    trainingReached: true,
    internalDelivery: '1',
    managerial: ['0.90', '2.90', '0.95'],
  },
  {
    id: 'd12',
    name: 'Risorse Umane',
    employees: 20,
    entitled: 19,
    lowerBands: { second: 3, third: 1, fourth: 0, fifth: 0 },
    eqHolders: 2,
    invited: 22,
    responses: 19,
    surveyMean: 397,
    indicators: [36, 2, 1, 1],
    principalMean: 986,
    silo: 'partecipo',
    policyAlignment: ['2.5', '2.5', '2.5', '2.5'],
    trainingReached: true,
    internalDelivery: '1',
    managerial: ['0.95', '3.00', '1.00'],
  },
  {
    id: 'd13',
    name: 'Unità Direzionale Segretario Generale',
    employees: 27,
    entitled: 25,
    lowerBands: { second: 4, third: 1, fourth: 0, fifth: 0 },
    eqHolders: 2,
    invited: 28,
    responses: 21,
    surveyMean: 345,
    indicators: [24, 2, 4, 0],
    principalMean: 952,
    silo: 'partecipo',
    policyAlignment: ['2.5', '2.25', '2.25', '2.5'],
    trainingReached: true,
    internalDelivery: '1',
    managerial: ['0.75', '2.40', '0.85'],
  },
];
