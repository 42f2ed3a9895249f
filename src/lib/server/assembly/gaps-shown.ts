import type { ListId } from '../lists/list-ids.ts';
import type { GapCode } from './gap.ts';

/** Where what is missing is written, and what the gap is about. */
export const GAP_PLACES: Readonly<
  Record<GapCode, { readonly list: ListId; readonly of: 'unit' | 'person' | 'objective' | null }>
> = {
  noBudgetBalance: { list: 'budgetBalance', of: null },
  noFunds: { list: 'funds', of: null },
  noRankings: { list: 'rankings', of: null },
  noResiduals: { list: 'residuals', of: null },
  noSilos: { list: 'silos', of: null },
  noExecutive: { list: 'appointments', of: 'unit' },
  noGuidelines: { list: 'guidelines', of: 'unit' },
  noManagerialAwards: { list: 'managerialAwards', of: 'unit' },
  noTransparency: { list: 'transparency', of: 'unit' },
  noPaymentTimes: { list: 'paymentTimes', of: 'unit' },
  noIndicators: { list: 'indicatorResults', of: 'unit' },
  noTrainingDelivery: { list: 'trainingDelivery', of: 'unit' },
  noTrainingHours: { list: 'trainingHours', of: 'person' },
  noObjectiveAchievement: { list: 'objectives', of: 'objective' },
  noPrincipalObjectives: { list: 'objectives', of: 'unit' },
  noEqObjectives: { list: 'objectiveOwners', of: 'person' },
  noIndividualObjectives: { list: 'objectiveOwners', of: 'person' },
  noGroupObjectives: { list: 'objectiveOwners', of: 'person' },
  noBehaviours: { list: 'behaviours', of: 'person' },
  noDirection: { list: 'assignments', of: 'person' },
  noSurvey: { list: 'surveyElsewhere', of: null },
};
