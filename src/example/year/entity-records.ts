import type { Cells } from '#lib/server/lists/definition.ts';
import type { ExampleDocument } from '../example-document.ts';
import { canonical, canonicalOrNull } from './records.ts';

const RELAZIONE = 'Relazione 2025';

export function balanceRecords({ entity: { budgetBalance } }: ExampleDocument): Cells[] {
  const { achieved, waiver } = budgetBalance;
  return [{ achieved: String(achieved), waiver: String(waiver), source: `${RELAZIONE}, §3.1` }];
}

export function rankingRecords({ entity: { qualityOfLife } }: ExampleDocument): Cells[] {
  return qualityOfLife.map(({ source, position, of }) => ({
    ...{ name: source, position: canonical(position), of: canonical(of), source: `${RELAZIONE}, §3.1, 1 A` },
  }));
}

export function residualRecords({ entity: { residualCollection } }: ExampleDocument): Cells[] {
  return residualCollection.map(({ title, collected, assessed }) => ({
    ...{
      title,
      collected: canonical(collected),
      assessed: canonical(assessed),
      source: `${RELAZIONE}, §3.1, 1 B`,
    },
  }));
}

export function siloRecords({ silos }: ExampleDocument): Cells[] {
  return silos.map(({ id, name, achievement }) => ({
    ...{ id, name, achievement: canonicalOrNull(achievement) },
  }));
}

export function fundRecords({ funds }: ExampleDocument): Cells[] {
  const { resultPay, uplift, firstBandAmount } = funds.executives;
  return [
    {
      executives: canonical(resultPay),
      executivesUplift: canonical(uplift),
      firstBandAmount: canonicalOrNull(firstBandAmount),
      eqHolders: canonical(funds.eqHolders.resultPay),
      employees: canonical(funds.employees.individual),
      source: `${RELAZIONE}, §3.1, §3.2, §3.3`,
    },
  ];
}
