import type { Reader } from '../database/database.ts';
import type { Cells, ListDefinition } from '../lists/definition.ts';
import type { Regulation } from '#core/regulation/schema.ts';
import { DEGREES, behavioursList } from '../sheets/lists.ts';
import {
  countedMonthsList,
  executiveExtrasList,
  incentiveReductionsList,
  lawIncentivesList,
  MONTH_KEYS,
  presenceList,
  sanctionsList,
  tieBreaksList,
} from '../staff-data/lists.ts';
import { sumOfDecimals } from './sum-of-decimals.ts';
import type { Gap, GapCode } from './gap.ts';
import type { CountedIndicators } from './indicators.ts';
import type { AssembledObjectives } from './objectives.ts';
import type { Staff } from './staff.ts';

/** What the lists know of people, as the core takes it in. */
export async function assembledPeople(
  db: Reader,
  year: number,
  regulation: Regulation,
  staff: Staff,
  { ofPerson }: AssembledObjectives,
  indicators: CountedIndicators,
  gaps: Gap[],
): Promise<{ executives: object[]; eqHolders: object[]; employees: object[] }> {
  const byPerson = async (list: ListDefinition) =>
    Map.groupBy(await list.source.all(db, year), ({ personId }) => personId!);
  const months = await byPerson(countedMonthsList);
  const presence = await byPerson(presenceList);
  const ranks = await byPerson(tieBreaksList);
  const extras = await byPerson(executiveExtrasList);
  const reductions = await byPerson(incentiveReductionsList);
  const incentives = await byPerson(lawIncentivesList);
  const sanctions = await byPerson(sanctionsList);
  const degrees = await byPerson(behavioursList);

  const monthsOf = (person: string, known: number) => Number(months.get(person)?.[0]?.months ?? known);
  const rank = (person: string) => {
    const found = ranks.get(person)?.[0]?.rank;
    return found == null ? {} : { tieBreakRank: Number(found) };
  };
  const missing = (code: GapCode, subject: string) => void gaps.push({ code, subject });
  const behaviours = (person: string, count: number, least: string) => {
    const record = degrees.get(person)?.[0];
    if (!record) missing('noBehaviours', person);
    return DEGREES.slice(0, count).map((degree) => record?.[degree] ?? least);
  };
  const objectives = (person: string, level: 'eq' | 'individual' | 'group', code: GapCode) => {
    const own = ofPerson(person, level);
    if (own.length === 0) missing(code, person);
    return own;
  };

  const eqRule = regulation.rules['EQ-3'].parameters;
  const eqCount = Number(eqRule.behaviours.value.written);
  const employeeCount = Number(regulation.rules['EMP-3'].parameters.behaviours.value.written);
  return {
    executives: staff.executives.map(({ person, direction, months: known }) => ({
      id: person,
      direction,
      months: monthsOf(person, known),
      ...some(
        'extras',
        extras.get(person)?.map(({ label, amount }) => ({ label, amount })),
      ),
      ...rank(person),
    })),
    eqHolders: staff.eqHolders.map(({ person, direction, unit, months: known }) => {
      const reduction = reductions.get(person)?.[0]?.reduction;
      return {
        id: person,
        direction,
        months: monthsOf(person, known),
        objectives: objectives(person, 'eq', 'noEqObjectives'),
        indicators: indicators.ofUnit(unit),
        behaviours: behaviours(person, eqCount, eqRule.behaviourMinimum.value.written),
        ...(reduction != null && { incentiveReduction: reduction }),
      };
    }),
    employees: staff.employees.map(({ person, direction, months: known }) => {
      const received = incentives.get(person)?.map(({ amount }) => amount!);
      return {
        id: person,
        direction,
        ...presenceOrMonths(presence.get(person)?.[0], monthsOf(person, known)),
        individualObjectives: objectives(person, 'individual', 'noIndividualObjectives'),
        groupObjectives: objectives(person, 'group', 'noGroupObjectives'),
        behaviours: behaviours(person, employeeCount, '0'),
        ...some(
          'sanctions',
          sanctions.get(person)?.map(({ kind }) => kind),
        ),
        ...(received && { otherIncentives: sumOfDecimals(received) }),
        ...rank(person),
      };
    }),
  };
}

function presenceOrMonths(record: Cells | undefined, months: number) {
  return record ? { presenceDays: MONTH_KEYS.map((month) => Number(record[month])) } : { months };
}

function some<Value>(name: string, values: readonly Value[] | undefined) {
  return values ? { [name]: values } : {};
}
