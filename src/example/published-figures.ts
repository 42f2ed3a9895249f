import type { CycleOutput, EmployeeOutput } from '#core/cycle/output-shape.ts';
import type { Band } from '#core/regulation/schema.ts';
import type { ExampleDocument } from './example-document.ts';
import { greatest, least, mean, percentage, shortest, total } from './exact-statistics.ts';
import { PUBLISHED_PROJECTS, type PublishedProject } from './published-projects.ts';

/** The example and what the core makes of it. */
export interface Example {
  readonly document: ExampleDocument;
  readonly result: CycleOutput;
  /** The silos as the core computes them from the objectives when their achievement is not given. */
  readonly silosFromObjectives: CycleOutput['silos'];
}

/** A figure that R publishes, as the core writes figures: point for the decimals, no separator of thousands. */
export type PublishedFigure = ReproducedFigure | OtherFigure;

export interface ReproducedFigure {
  readonly section: string;
  /** In Italian, in our words. */
  readonly what: string;
  readonly published: string;
  /** `result`: the core computes it. `input`: it is given to the core, so that its equality proves the file only. */
  readonly from: 'result' | 'input';
  readonly compute: (example: Example) => string;
}

export interface OtherFigure {
  readonly section: string;
  readonly what: string;
  readonly published: string;
  /** Why the example cannot show it. */
  readonly why: string;
}

export function isReproduced(figure: PublishedFigure): figure is ReproducedFigure {
  return 'compute' in figure;
}

const STAFF = '§1, §2.4';
const EXECUTIVES = '§3.1';
const ENTITY = '§3.1, 1';
const SECTOR = '§3.1, 2';
const BEHAVIOUR = '§3.1, 3';
const PENALTIES = '§3.1, 4-5';
const EQ = '§3.2';
const EMPLOYEES = '§3.3, par. 1';
const PREMIUMS = '§3.3, par. 2';
const PROJECTS = '§3.3, progetti';

type Compute = ReproducedFigure['compute'];

function result(section: string, what: string, published: string, compute: Compute): ReproducedFigure {
  return { section, what, published, from: 'result', compute };
}

function input(section: string, what: string, published: string, compute: Compute): ReproducedFigure {
  return { section, what, published, from: 'input', compute };
}

function other(section: string, what: string, published: string, why: string): OtherFigure {
  return { section, what, published, why };
}

const NOT_OF_THE_CYCLE = 'a figure of the accounts, of which the cycle needs no part';
const POSITION = 'position pay is not a part of the cycle';
const DESCRIPTION = 'describes the work done, enters no computation';

const staffFigures: readonly PublishedFigure[] = [
  input(STAFF, 'dipendenti al 31/12/2025', '646', ({ document }) =>
    String(document.executives.length + document.eqHolders.length + document.employees.length),
  ),
];

const entityFigures: readonly PublishedFigure[] = [
  other(EXECUTIVES, 'avanzo di amministrazione', '36211561.49', NOT_OF_THE_CYCLE),
  result(EXECUTIVES, 'equilibri di bilancio (on/off)', 'conseguito', ({ result: { entity } }) =>
    entity.gate ? 'conseguito' : 'non conseguito',
  ),
  input(ENTITY, 'posizione, Il Sole 24 Ore', '14', ({ document }) => position(document, 0)),
  input(ENTITY, 'capoluoghi in graduatoria, Il Sole 24 Ore', '107', ({ document }) =>
    String(document.entity.qualityOfLife[0]!.of),
  ),
  input(ENTITY, 'posizione, ItaliaOggi', '39', ({ document }) => position(document, 1)),
  result(ENTITY, 'punti qualità della vita', '5', ({ result: { entity } }) => shortest(entity.qualityOfLife)),
  input(ENTITY, 'riscossioni titolo 1', '10158779.02', ({ document }) => residuals(document, 0).collected),
  input(ENTITY, 'accertamenti titolo 1', '17428127.81', ({ document }) => residuals(document, 0).assessed),
  input(ENTITY, 'riscossioni titolo 3', '7691951.81', ({ document }) => residuals(document, 1).collected),
  input(ENTITY, 'accertamenti titolo 3', '15676671.30', ({ document }) => residuals(document, 1).assessed),
  result(
    ENTITY,
    'riscossione dei residui, %',
    '53.92',
    ({ result: { entity } }) => entity.residualCollectionRate,
  ),
  result(ENTITY, 'punti riduzione dei residui', '5', ({ result: { entity } }) =>
    shortest(entity.residualCollection),
  ),
];

const sectorFigures: readonly PublishedFigure[] = [
  ...(
    [
      ['Cresco', '89.4'],
      ['Curo', '92.1'],
      ['Partecipo', '95.9'],
    ] as const
  ).flatMap(([name, achievement], at) => [
    input(SECTOR, `Silos ${name}, %`, achievement, ({ result: { silos } }) =>
      silos[at]!.achievement.replace(/0$/, ''),
    ),
    result(SECTOR, `Silos ${name}, % dagli obiettivi`, achievement, ({ silosFromObjectives }) =>
      silosFromObjectives[at]!.achievement.replace(/0$/, ''),
    ),
  ]),
  other(SECTOR, 'centri di costo', '239', DESCRIPTION),
  other(SECTOR, 'livelli dei centri di costo', '5', DESCRIPTION),
  other(SECTOR, 'servizi nel portafoglio', '75', DESCRIPTION),
  input(SECTOR, 'indicatori rendicontati', '728', ({ document }) => String(allIndicators(document))),
  ...(
    [
      ['in miglioramento', 'improved', '579', '79.53'],
      ['invariati', 'unchanged', '45', '6.18'],
      ['in peggioramento', 'worsened', '82', '11.26'],
      ['non valutabili', 'notAssessable', '22', '3.02'],
    ] as const
  ).flatMap(([name, outcome, count, share]) => [
    input(SECTOR, `indicatori ${name}`, count, ({ document }) => String(indicators(document, outcome))),
    input(SECTOR, `indicatori ${name}, %`, share, ({ document }) =>
      percentage(indicators(document, outcome), allIndicators(document)),
    ),
  ]),
];

const behaviourFigures: readonly PublishedFigure[] = [
  result(BEHAVIOUR, 'programmazione, punteggio medio', '0.73', (example) => meanItem(example, 'MAN-1')),
  result(BEHAVIOUR, 'rispetto di fasi e tempi, punteggio medio', '2.27', (example) =>
    meanItem(example, 'MAN-2'),
  ),
  result(BEHAVIOUR, 'obiettivi alle EQ, punteggio medio', '0.85', (example) => meanItem(example, 'MAN-3')),
  ...['3.38', '3.31', '3.39', '3.33', '3.37', '3.61', '3.56', '3.42'].map((published, at) =>
    result(BEHAVIOUR, `sondaggio, media della domanda ${at + 1}`, published, ({ result: { survey } }) =>
      String(survey.overall.questionMeans?.[at]),
    ),
  ),
  result(BEHAVIOUR, 'sondaggio, partecipazione %', '65.8', ({ result: { survey } }) =>
    percentage(survey.overall.responses, survey.overall.invited, 1),
  ),
  other(
    BEHAVIOUR,
    'sondaggio, crescita della partecipazione (punti %)',
    'quasi 4',
    'needs the participation of 2024, which R does not give',
  ),
];

const penaltyFigures: readonly PublishedFigure[] = [
  result(PENALTIES, 'direzioni penalizzate per la trasparenza', '0', (example) =>
    penalised(example, 'PEN-T'),
  ),
  result(PENALTIES, 'direzioni penalizzate per la mancata differenziazione', '3', (example) =>
    penalised(example, 'PEN-D'),
  ),
  result(PENALTIES, 'direzioni', '13', ({ result: { directions } }) => String(directions.length)),
];

const executiveFigures: readonly PublishedFigure[] = [
  other(EXECUTIVES, 'fondo, quota di posizione', '523000.00', POSITION),
  other(EXECUTIVES, 'fondo, quota di posizione, %', '79', `${POSITION}; R’s own figures give 79.38`),
  result(
    EXECUTIVES,
    'fondo, quota di risultato',
    '135892.00',
    ({ result: { funds } }) => funds.executives.available,
  ),
  other(EXECUTIVES, 'fondo, quota di risultato, %', '21', `${POSITION}; R’s own figures give 20.62`),
  other(EXECUTIVES, 'posizione distribuita', '522779.28', POSITION),
  other(EXECUTIVES, 'risultato distribuito', '117073.23', 'more than 13 executives can get: see below'),
  result(EXECUTIVES, 'maggiorazioni, totale', '3265.00', ({ result: { executives } }) =>
    total(executives.map(({ uplift }) => uplift)),
  ),
  result(EXECUTIVES, 'dirigenti con maggiorazione', '2', ({ result: { executives } }) =>
    String(executives.filter(({ uplift }) => uplift !== '0.00').length),
  ),
  result(EXECUTIVES, 'vicesegretari, totale', '8000.00', ({ result: { executives } }) =>
    total(executives.map(({ extras }) => extras)),
  ),
  result(EXECUTIVES, 'vicesegretari', '2', ({ result: { executives } }) =>
    String(executives.filter(({ extras }) => extras !== '0.00').length),
  ),
  result(EXECUTIVES, 'dirigenti in quinta fascia', '0', (example) => inBand(example, 'fifth')),
  result(EXECUTIVES, 'dirigenti in quarta fascia', '0', (example) => inBand(example, 'fourth')),
  result(EXECUTIVES, 'retribuzione, terza fascia', '6329.09', (example) => payOfBand(example, 'third')),
  result(EXECUTIVES, 'retribuzione, seconda fascia', '7120.22', (example) => payOfBand(example, 'second')),
  result(EXECUTIVES, 'retribuzione, prima fascia', '7911.36', (example) => payOfBand(example, 'first')),
];

const eqFigures: readonly PublishedFigure[] = [
  other(EQ, 'risorse di posizione e risultato', '359546.00', POSITION),
  other(EQ, 'integrazione da CCNL e legge di bilancio', '4440.00', POSITION),
  other(EQ, 'stanziamento complessivo', '363986.00', `${POSITION}; 359,546.00 + 4,440.00 gives it`),
  other(EQ, 'quota di posizione (anche: erogata)', '289434.70', POSITION),
  other(EQ, 'quota di posizione, %', '79.52', `${POSITION}; R’s own figures give it`),
  result(EQ, 'quota di risultato', '74551.30', ({ result: { funds } }) => funds.eqHolders.available),
  other(EQ, 'quota di risultato, %', '20.48', `${POSITION}; R’s own figures give it`),
  input(EQ, 'titolari di EQ', '34', ({ document }) => String(document.eqHolders.length)),
  input(EQ, 'titolari per l’intero anno', '30', ({ document }) => String(wholeYear(document))),
  input(EQ, 'titolari per parte dell’anno', '4', ({ document }) =>
    String(document.eqHolders.length - wholeYear(document)),
  ),
  other(EQ, 'interim per l’intero anno', '1', 'R leaves it out of its own summary'),
  result(EQ, 'punteggio minimo', '84.53', ({ result: { eqHolders } }) =>
    least(eqHolders.map((eq) => eq.total)),
  ),
  result(EQ, 'punteggio medio', '97.38', ({ result: { eqHolders } }) =>
    mean(eqHolders.map((eq) => eq.total)),
  ),
  result(EQ, 'punteggio massimo', '99.80', ({ result: { eqHolders } }) =>
    greatest(eqHolders.map((eq) => eq.total)),
  ),
  result(EQ, 'premio minimo', '895.53', ({ result: { eqHolders } }) =>
    least(eqHolders.map(({ pay }) => pay)),
  ),
  other(EQ, 'premio massimo', '2668.75', 'more than the formula can give: see below'),
];

const employeeFigures: readonly PublishedFigure[] = [
  other(EMPLOYEES, 'fondo risorse decentrate', '2407870.00', 'the pot of the individual premium is given'),
  result(
    EMPLOYEES,
    'risorse per la performance individuale',
    '600238.00',
    ({ result: { funds } }) => funds.employees.available,
  ),
  other(EMPLOYEES, 'di cui risparmi di parte stabile', '6356.00', 'contained in the pot, which is given'),
  result(
    EMPLOYEES,
    'risorse per la maggiorazione',
    '19936.00',
    ({ result: { funds } }) => funds.employees.upliftPot,
  ),
  result(
    EMPLOYEES,
    'risorse al netto della maggiorazione',
    '580302.00',
    ({ result: { funds } }) => funds.employees.basePot,
  ),
  result(PREMIUMS, 'a. valutati positivamente', '555', ({ result: { funds } }) =>
    String(funds.employees.positive),
  ),
  result(
    PREMIUMS,
    'b. premio medio pro capite',
    '1079.56',
    ({ result: { funds } }) => funds.employees.meanPerHead,
  ),
  result(PREMIUMS, 'c. maggiorazioni attribuibili', '56', ({ result: { funds } }) =>
    String(funds.employees.upliftCount),
  ),
  result(PREMIUMS, 'c. maggiorazioni attribuite', '56', ({ result: { employees } }) =>
    String(employees.filter(isUplifted).length),
  ),
  result(
    PREMIUMS,
    'd. valore della maggiorazione',
    '356.00',
    ({ result: { funds } }) => funds.employees.upliftValue,
  ),
  result(
    PREMIUMS,
    'e. premio medio senza maggiorazione',
    '1043.71',
    ({ result: { funds } }) => funds.employees.meanBase,
  ),
  result(
    PREMIUMS,
    'f. premio medio con maggiorazione',
    '1399.71',
    ({ result: { funds } }) => funds.employees.meanWithUplift,
  ),
  result(PREMIUMS, 'g. punteggio minimo', '24', (example) => shortest(least(totalsOfEntitled(example)))),
  result(PREMIUMS, 'h. punteggio medio', '48.19', (example) => mean(totalsOfEntitled(example))),
  result(PREMIUMS, 'i. punteggio massimo', '50', (example) => shortest(greatest(totalsOfEntitled(example)))),
  result(PREMIUMS, 'l. premio minimo distribuito', '534.34', ({ result: { employees } }) =>
    least(employees.map(({ pay }) => pay).filter((pay) => pay !== '0.00')),
  ),
  result(PREMIUMS, 'm. premio massimo con maggiorazione', '1581.05', ({ result: { employees } }) =>
    greatest(employees.filter(isUplifted).map(({ pay }) => pay)),
  ),
  result(PREMIUMS, 'n. premio massimo senza maggiorazione', '1200.68', ({ result: { employees } }) =>
    greatest(employees.filter((employee) => !isUplifted(employee)).map(({ pay }) => pay)),
  ),
];

const projectFigures: readonly PublishedFigure[] = [
  result(PROJECTS, 'risorse individuate', '165200.00', ({ result: { projects } }) => projects.total.planned),
  result(
    PROJECTS,
    'di cui eterofinanziate',
    '26000.00',
    ({ result: { projects } }) => projects.thirdParty.planned,
  ),
  other(
    PROJECTS,
    'risparmi aggiunti al progetto di ente',
    '6356.00',
    '40,000.00 + 6,356.00 is what project 1 reports',
  ),
  ...PUBLISHED_PROJECTS.flatMap(figuresOfProject),
  result(
    PROJECTS,
    'risorse proprie, destinate',
    '139200.00',
    ({ result: { projects } }) => projects.own.planned,
  ),
  result(
    PROJECTS,
    'risorse proprie, rendicontate',
    '145014.45',
    ({ result: { projects } }) => projects.own.reported,
  ),
  result(
    PROJECTS,
    'risorse di terzi, destinate',
    '26000.00',
    ({ result: { projects } }) => projects.thirdParty.planned,
  ),
  result(
    PROJECTS,
    'risorse di terzi, rendicontate',
    '21493.05',
    ({ result: { projects } }) => projects.thirdParty.reported,
  ),
  result(PROJECTS, 'tutte, destinate', '165200.00', ({ result: { projects } }) => projects.total.planned),
  result(PROJECTS, 'tutte, rendicontate', '166507.50', ({ result: { projects } }) => projects.total.reported),
  other(PROJECTS, 'SMART, rendicontate secondo il testo', '900.32', 'the table says 990.93: see below'),
  other(
    PROJECTS,
    'interventi, plessi, incontri, ore, partecipanti nei testi dei progetti',
    'varie',
    DESCRIPTION,
  ),
];

/** Every figure of chapter 3 of R that is not a parameter of the regulation, in the order of R. */
export const PUBLISHED_FIGURES: readonly PublishedFigure[] = [
  ...staffFigures,
  ...entityFigures,
  ...sectorFigures,
  ...behaviourFigures,
  ...penaltyFigures,
  ...executiveFigures,
  ...eqFigures,
  ...employeeFigures,
  ...projectFigures,
];

function figuresOfProject(project: PublishedProject, at: number): PublishedFigure[] {
  const { title, planned, reported, beneficiaries, largest, smallest } = project;
  const name = (what: string) => `${at + 1}. ${title}, ${what}`;
  const of = ({ result: { projects } }: Example) => projects.list[at]!;
  return [
    input(PROJECTS, name('destinate'), planned, (example) => of(example).planned),
    input(PROJECTS, name('rendicontate'), reported, (example) => of(example).reported),
    input(PROJECTS, name('beneficiari'), beneficiaries, (example) => String(of(example).beneficiaries)),
    result(PROJECTS, name('premio massimo'), largest, (example) => String(of(example).max)),
    smallest.why === null
      ? result(PROJECTS, name('premio minimo'), smallest.published, (example) => String(of(example).min))
      : other(PROJECTS, name('premio minimo'), smallest.published, smallest.why),
  ];
}

function position({ entity }: ExampleDocument, at: number): string {
  return String(entity.qualityOfLife[at]!.position);
}

function residuals({ entity }: ExampleDocument, at: number): { collected: string; assessed: string } {
  const { collected, assessed } = entity.residualCollection[at]!;
  return { collected: String(collected), assessed: String(assessed) };
}

type Outcome = keyof ExampleDocument['directions'][number]['indicators'];

function indicators({ directions }: ExampleDocument, outcome: Outcome): number {
  return directions.reduce((sum, { indicators: own }) => sum + Number(own[outcome]), 0);
}

function allIndicators(document: ExampleDocument): number {
  const outcomes: readonly Outcome[] = ['improved', 'unchanged', 'worsened', 'notAssessable'];
  return outcomes.reduce((sum, outcome) => sum + indicators(document, outcome), 0);
}

function meanItem({ result: { directions } }: Example, item: 'MAN-1' | 'MAN-2' | 'MAN-3'): string {
  return mean(directions.map(({ items }) => items[item]));
}

function penalised({ result: { directions } }: Example, penalty: 'PEN-T' | 'PEN-D'): string {
  return String(directions.filter(({ penalties }) => penalties[penalty] !== '0.00').length);
}

function inBand({ result: { executives } }: Example, band: Band): string {
  return String(executives.filter((executive) => executive.band === band).length);
}

/** The result pay of a band; all in it get the same, or the figure is none. */
function payOfBand({ result: { executives } }: Example, band: Band): string {
  const amounts = executives.filter((executive) => executive.band === band).map(({ resultPay }) => resultPay);
  return [...new Set(amounts)].join(', ');
}

function wholeYear({ eqHolders }: ExampleDocument): number {
  return eqHolders.filter(({ months }) => Number(months) === 12).length;
}

function totalsOfEntitled({ result: { employees } }: Example): string[] {
  return employees.filter(({ entitled }) => entitled).map((employee) => employee.total);
}

function isUplifted({ uplift }: EmployeeOutput): boolean {
  return uplift !== '0.00';
}
