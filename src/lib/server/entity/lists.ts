import { direction, money, text, whole, yesNo } from '../lists/column.ts';
import { keyText } from '../lists/definition.ts';
import { notOfDirections } from '../lists/of-directions.ts';
import { tableDefinition } from '../lists/table-definition.ts';
import { budgetBalance, paymentTime, ranking, residual } from './schema.ts';

const source = () => text('source', 'Fonte', 'Source', { required: false, most: 1000 });

/** One record a year: its key is empty. */
export const budgetBalanceList = tableDefinition({
  id: 'budgetBalance',
  title: { it: 'Equilibri di bilancio', en: 'Budget balance' },
  lead: {
    it: 'La condizione di accesso ai premi di dirigenti e incaricati di EQ (GATE-1).',
    en: 'The condition for the premiums of executives and EQ holders (GATE-1).',
  },
  group: 'entity',
  yearly: true,
  table: budgetBalance,
  key: [],
  place: [],
  columns: [
    yesNo('achieved', 'Equilibri conseguiti', 'Balance achieved'),
    yesNo('waiver', 'Deroga dell’Amministrazione', 'Waiver of the Administration', {
      hint: {
        it: 'Sì, se lo squilibrio viene da scelte espresse formalmente dall’Amministrazione.',
        en: 'Yes, if the shortfall stems from choices formally expressed by the Administration.',
      },
    }),
    source(),
  ],
});

const RANKING = { key: ['name'] } as const;

export const rankingsList = tableDefinition({
  ...RANKING,
  id: 'rankings',
  title: { it: 'Classifiche sulla qualità della vita', en: 'Rankings of the quality of life' },
  lead: {
    it: 'La posizione dell’ente in ogni classifica (ENT-A).',
    en: 'The entity’s place in each ranking (ENT-A).',
  },
  group: 'entity',
  yearly: true,
  table: ranking,
  place: [],
  columns: [
    text('name', 'Classifica', 'Ranking'),
    whole('position', 'Posizione', 'Position', 1, 1_000_000),
    whole('of', 'Su quanti', 'Of how many', 1, 1_000_000),
    source(),
  ],
  check: (_db, _year, changed) =>
    Promise.resolve(
      changed
        .filter(({ position, of }) => Number(position) > Number(of))
        .map((record) => ({
          key: keyText(RANKING, record),
          column: 'position',
          fault: {
            code: 'domain',
            it: 'La posizione è oltre l’ultima della classifica. Correggi uno dei due numeri.',
            en: 'The position lies beyond the last of the ranking. Correct one of the two numbers.',
          },
        })),
    ),
});

export const residualsList = tableDefinition({
  id: 'residuals',
  title: { it: 'Riscossione dei residui', en: 'Collection of residuals' },
  lead: {
    it: 'Riscosso e accertato per titolo del bilancio: conta il rapporto tra le somme (ENT-B).',
    en: 'Collected and assessed by title of the budget: the ratio of the sums counts (ENT-B).',
  },
  group: 'entity',
  yearly: true,
  table: residual,
  key: ['title'],
  place: [],
  columns: [
    text('title', 'Titolo', 'Title', { most: 50 }),
    money('collected', 'Riscosso', 'Collected'),
    money('assessed', 'Accertato', 'Assessed'),
    source(),
  ],
});

const PAYMENT = { key: ['unitId'] } as const;

export const paymentTimesList = tableDefinition({
  ...PAYMENT,
  id: 'paymentTimes',
  title: { it: 'Tempi di pagamento', en: 'Payment times' },
  lead: {
    it: 'Se la direzione ha pagato in ritardo le fatture commerciali (PEN-P).',
    en: 'Whether the direction paid commercial invoices late (PEN-P).',
  },
  group: 'direction',
  yearly: true,
  table: paymentTime,
  place: ['unitId'],
  columns: [direction(), yesNo('late', 'In ritardo', 'Late'), source()],
  check: (db, year, changed) => notOfDirections(db, year, PAYMENT, changed),
});
