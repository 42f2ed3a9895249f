import type { Body } from '#lib/server/organisation/loading.ts';
import type { ExampleDocument } from '../example-document.ts';
import { declaredRecords } from './declared-records.ts';
import {
  awardRecords,
  deliveryRecords,
  guidelineRecords,
  paymentRecords,
  transparencyRecords,
} from './direction-records.ts';
import {
  balanceRecords,
  fundRecords,
  rankingRecords,
  residualRecords,
  siloRecords,
} from './entity-records.ts';
import { objectivesChain } from './objectives-chain.ts';
import {
  behaviourRecords,
  beneficiaryRecords,
  executiveExtraRecords,
  incentiveReductionRecords,
  lawIncentiveRecords,
  presenceRecords,
  projectRecords,
  sanctionRecords,
  surveyRecords,
  tieBreakRecords,
} from './people-records.ts';
import type { Records } from './records.ts';
import { serviceRecords } from './service-indicators.ts';
import { trainingRecords } from './training-records.ts';
import { workplaces } from './workplaces.ts';

/**
 * The records of the lists of a year, beside those of the organisation: what is put together from them again is the
 * document, figure by figure.
 *
 * @param body the organisation, with the people of the document under the same ids
 */
export function demoYear(document: ExampleDocument, body: Body): Records {
  const chain = objectivesChain(document, workplaces(body));
  const services = serviceRecords(document, body.units);
  const year = Number(document.year);
  return new Map([
    ['silos', siloRecords(document)],
    ['objectives', chain.objectives],
    ['objectiveIndicators', chain.indicators],
    ['objectiveOwners', chain.owners],
    ['services', services.services],
    ['serviceVolumes', services.volumes(year)],
    ['serviceIndicators', services.indicators],
    ['indicatorResults', services.results(year)],
    ['trainingHours', trainingRecords(document, body.assignments)],
    ['trainingDelivery', deliveryRecords(document)],
    ['transparency', transparencyRecords(document)],
    ['budgetBalance', balanceRecords(document)],
    ['rankings', rankingRecords(document)],
    ['residuals', residualRecords(document)],
    ['paymentTimes', paymentRecords(document)],
    ['guidelines', guidelineRecords(document, body.remits)],
    ['managerialAwards', awardRecords(document)],
    ['presence', presenceRecords(document)],
    ['countedMonths', []],
    ['sanctions', sanctionRecords(document)],
    ['lawIncentives', lawIncentiveRecords(document)],
    ['incentiveReductions', incentiveReductionRecords(document)],
    ['executiveExtras', executiveExtraRecords(document)],
    ['tieBreaks', tieBreakRecords(document)],
    ['behaviours', behaviourRecords(document)],
    ['surveyElsewhere', surveyRecords(document)],
    ['funds', fundRecords(document)],
    ['projects', projectRecords(document)],
    ['projectBeneficiaries', beneficiaryRecords(document)],
    ['declaredFigures', declaredRecords()],
  ]);
}

/** What is known of the services in the years before, by year. */
export function demoHistory(document: ExampleDocument, body: Body): ReadonlyMap<number, Records> {
  const services = serviceRecords(document, body.units);
  const year = Number(document.year);
  const recordsOf = (earlier: number): Records =>
    new Map([
      ['indicatorResults', services.results(earlier)],
      // Output and users are known of one year before.
      ['serviceVolumes', earlier === year - 1 ? services.volumes(earlier) : []],
    ]);
  return new Map([year - 2, year - 1].map((earlier) => [earlier, recordsOf(earlier)]));
}
