import type { ListId } from '../lists/list-ids.ts';
import type { Action } from './table.ts';

/**
 * Which permission reads a list, and which changes it. The scopes are those of the table. Objectives are changed in the
 * list by who keeps the whole of it only: everybody else goes through their steps, from the assignment to the certification.
 */
export const LIST_ACCESS: Readonly<Record<ListId, { readonly read: Action; readonly change: Action }>> = {
  units: { read: 'organisation.read', change: 'organisation.change' },
  people: { read: 'person.find', change: 'person.change' },
  assignments: { read: 'person.find', change: 'organisation.change' },
  appointments: { read: 'person.find', change: 'organisation.change' },
  remits: { read: 'guideline.read', change: 'organisation.change' },
  silos: { read: 'objective.read', change: 'objective.record' },
  objectives: { read: 'objective.read', change: 'objective.record' },
  objectiveIndicators: { read: 'objective.read', change: 'objective.record' },
  objectiveOwners: { read: 'objective.read', change: 'objective.record' },
  services: { read: 'service.read', change: 'service.change' },
  serviceVolumes: { read: 'service.read', change: 'service.change' },
  serviceIndicators: { read: 'service.read', change: 'service.change' },
  indicatorResults: { read: 'service.read', change: 'service.change' },
  trainingHours: { read: 'training.read', change: 'training.change' },
  trainingDelivery: { read: 'training.read', change: 'training.change' },
  transparency: { read: 'compliance.read', change: 'compliance.change' },
  budgetBalance: { read: 'entityFigure.read', change: 'entityFigure.change' },
  rankings: { read: 'entityFigure.read', change: 'entityFigure.change' },
  residuals: { read: 'entityFigure.read', change: 'entityFigure.change' },
  paymentTimes: { read: 'compliance.read', change: 'compliance.change' },
  guidelines: { read: 'guideline.read', change: 'guideline.give' },
  managerialAwards: { read: 'award.read', change: 'award.give' },
  presence: { read: 'staffData.read', change: 'staffData.change' },
  countedMonths: { read: 'staffData.read', change: 'staffData.change' },
  sanctions: { read: 'staffData.read', change: 'staffData.change' },
  lawIncentives: { read: 'staffData.read', change: 'staffData.change' },
  incentiveReductions: { read: 'staffData.read', change: 'staffData.change' },
  executiveExtras: { read: 'premium.read', change: 'premium.change' },
  tieBreaks: { read: 'premium.read', change: 'premium.change' },
  behaviours: { read: 'behaviour.read', change: 'behaviour.change' },
  surveyElsewhere: { read: 'survey.manage', change: 'survey.manage' },
  funds: { read: 'premium.read', change: 'premium.change' },
  projects: { read: 'premium.read', change: 'premium.change' },
  projectBeneficiaries: { read: 'premium.read', change: 'premium.change' },
  declaredFigures: { read: 'incoherence.read', change: 'incoherence.settle' },
};
