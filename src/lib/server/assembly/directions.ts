import type { Written } from '#core/quantity/written.ts';
import { guidelineFactors } from '#core/rules/guidelines.ts';
import type { Regulation } from '#core/regulation/schema.ts';
import type { Reader } from '../database/database.ts';
import { paymentTimesList } from '../entity/lists.ts';
import { FACTORS, guidelinesList, managerialAwardsList } from '../guidelines/lists.ts';
import type { Cells } from '../lists/definition.ts';
import { trainingDeliveryList, trainingHoursList } from '../training/lists.ts';
import { transparencyList } from '../transparency/lists.ts';
import { monitoredOf } from '../transparency/monitored.ts';
import { traineeOf } from '../training/trainee.ts';
import type { Gap, GapCode } from './gap.ts';
import type { CountedIndicators } from './indicators.ts';
import type { Staff } from './staff.ts';

/** What the lists know of each direction, as the core takes it in. */
export async function assembledDirections(
  db: Reader,
  year: number,
  regulation: Regulation,
  staff: Staff,
  indicators: CountedIndicators,
  gaps: Gap[],
): Promise<object[]> {
  const by = async (list: typeof guidelinesList) =>
    Map.groupBy(await list.source.all(db, year), ({ unitId }) => unitId!);
  const guidelines = await by(guidelinesList);
  const awards = await by(managerialAwardsList);
  const transparency = await by(transparencyList);
  const payments = await by(paymentTimesList);
  const delivery = await by(trainingDeliveryList);
  const hours = new Map((await trainingHoursList.source.all(db, year)).map((row) => [row.personId!, row]));
  const members = Map.groupBy([...staff.employees, ...staff.eqHolders], ({ direction }) => direction);

  return staff.directions.map(({ id, name }) => {
    const missing = (code: GapCode) => void gaps.push({ code, subject: id });
    const counts = indicators.ofDirection(id);
    if (Object.values(counts).every((count) => count === 0)) missing('noIndicators');
    const [award] = awards.get(id) ?? [];
    if (!award) missing('noManagerialAwards');
    const [payment] = payments.get(id) ?? [];
    if (!payment) missing('noPaymentTimes');
    const [delivered] = delivery.get(id) ?? [];
    if (!delivered) missing('noTrainingDelivery');
    if (!guidelines.has(id)) missing('noGuidelines');
    const measures = transparency.get(id) ?? [];
    if (measures.length === 0) missing('noTransparency');
    return {
      id,
      name,
      policyAlignment: policyAlignment(guidelines.get(id) ?? [], regulation),
      indicators: counts,
      training: {
        staff: (members.get(id) ?? []).map(({ person, days }) => {
          const record = hours.get(person) ?? null;
          if (!record) gaps.push({ code: 'noTrainingHours', subject: person });
          return traineeOf(days, record);
        }),
        internalDelivery: delivered?.degree ?? '0',
      },
      managerial: {
        planning: award?.planning ?? '0',
        timeliness: award?.timeliness ?? '0',
        eqObjectives: award?.eqObjectives ?? '0',
      },
      transparency: monitoredOf(measures),
      latePayments: payment?.late === 'true',
    };
  });
}

function policyAlignment(given: readonly Cells[], regulation: Regulation): string[] {
  const givers = given.map((record) => ({
    name: record.personId!,
    factors: FACTORS.map((factor) => record[factor] as unknown as Written<'points'>),
  }));
  return guidelineFactors(givers, regulation).map((factor) => factor?.points ?? '0');
}
