import { declaredFiguresList } from '../coherence/lists.ts';
import { budgetBalanceList, paymentTimesList, rankingsList, residualsList } from '../entity/lists.ts';
import { guidelinesList, managerialAwardsList } from '../guidelines/lists.ts';
import {
  objectiveIndicatorsList,
  objectiveOwnersList,
  objectivesList,
  silosList,
} from '../objectives/lists.ts';
import { appointmentsList } from '../organisation/lists/appointments.ts';
import { assignmentsList } from '../organisation/lists/assignments.ts';
import { peopleList } from '../organisation/lists/people.ts';
import { remitsList } from '../organisation/lists/remits.ts';
import { unitsList } from '../organisation/lists/units.ts';
import { fundsList, projectBeneficiariesList, projectsList } from '../premiums/lists.ts';
import {
  indicatorResultsList,
  serviceIndicatorsList,
  servicesList,
  serviceVolumesList,
} from '../services/lists.ts';
import { behavioursList } from '../sheets/lists.ts';
import {
  countedMonthsList,
  executiveExtrasList,
  incentiveReductionsList,
  lawIncentivesList,
  presenceList,
  sanctionsList,
  tieBreaksList,
} from '../staff-data/lists.ts';
import { surveyElsewhereList } from '../survey/lists.ts';
import { trainingDeliveryList, trainingHoursList } from '../training/lists.ts';
import { transparencyList } from '../transparency/lists.ts';
import type { ListDefinition } from './definition.ts';
import { LIST_IDS, type ListId } from './list-ids.ts';

const DEFINITIONS: Readonly<Record<ListId, ListDefinition>> = {
  units: unitsList,
  people: peopleList,
  assignments: assignmentsList,
  appointments: appointmentsList,
  remits: remitsList,
  silos: silosList,
  objectives: objectivesList,
  objectiveIndicators: objectiveIndicatorsList,
  objectiveOwners: objectiveOwnersList,
  services: servicesList,
  serviceVolumes: serviceVolumesList,
  serviceIndicators: serviceIndicatorsList,
  indicatorResults: indicatorResultsList,
  trainingHours: trainingHoursList,
  trainingDelivery: trainingDeliveryList,
  transparency: transparencyList,
  budgetBalance: budgetBalanceList,
  rankings: rankingsList,
  residuals: residualsList,
  paymentTimes: paymentTimesList,
  guidelines: guidelinesList,
  managerialAwards: managerialAwardsList,
  presence: presenceList,
  countedMonths: countedMonthsList,
  sanctions: sanctionsList,
  lawIncentives: lawIncentivesList,
  incentiveReductions: incentiveReductionsList,
  executiveExtras: executiveExtrasList,
  tieBreaks: tieBreaksList,
  behaviours: behavioursList,
  surveyElsewhere: surveyElsewhereList,
  funds: fundsList,
  projects: projectsList,
  projectBeneficiaries: projectBeneficiariesList,
  declaredFigures: declaredFiguresList,
};

/** All lists, in the order in which a body is built. */
export const LISTS: readonly ListDefinition[] = LIST_IDS.map((id) => DEFINITIONS[id]);

/** A list by its id; null if there is none. */
export function listOf(id: string): ListDefinition | null {
  return Object.hasOwn(DEFINITIONS, id) ? DEFINITIONS[id as ListId] : null;
}
