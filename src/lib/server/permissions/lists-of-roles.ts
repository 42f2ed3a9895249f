import type { ListId } from '../lists/list-ids.ts';
import type { Role } from './roles.ts';

/**
 * Which lists each role reads, changes and brings as spreadsheets, for the tests: written out and not computed, so that a
 * mistake would have to be made twice.
 */
type OfRoles = Readonly<Record<Role, readonly ListId[]>>;

const ORGANISATION: readonly ListId[] = ['units', 'people', 'assignments', 'appointments', 'remits'];
const OBJECTIVES: readonly ListId[] = ['silos', 'objectives', 'objectiveIndicators', 'objectiveOwners'];
const SERVICES: readonly ListId[] = ['services', 'serviceVolumes', 'serviceIndicators', 'indicatorResults'];
const TRAINING: readonly ListId[] = ['trainingHours', 'trainingDelivery'];
const COMPLIANCE: readonly ListId[] = ['transparency', 'paymentTimes'];
const ENTITY_FIGURES: readonly ListId[] = ['budgetBalance', 'rankings', 'residuals'];
const STAFF_DATA: readonly ListId[] = [
  'presence',
  'countedMonths',
  'sanctions',
  'lawIncentives',
  'incentiveReductions',
];
const PREMIUMS: readonly ListId[] = [
  'executiveExtras',
  'tieBreaks',
  'funds',
  'projects',
  'projectBeneficiaries',
];

export const READS: OfRoles = {
  employee: ['units', ...OBJECTIVES, ...TRAINING],
  eqHolder: ['units', 'people', 'assignments', 'appointments', ...OBJECTIVES, ...SERVICES, ...TRAINING],
  executive: [
    ...ORGANISATION,
    ...OBJECTIVES,
    ...SERVICES,
    ...TRAINING,
    ...COMPLIANCE,
    'guidelines',
    'managerialAwards',
  ],
  secretaryGeneral: [
    ...ORGANISATION,
    ...OBJECTIVES,
    ...SERVICES,
    ...TRAINING,
    ...COMPLIANCE,
    ...ENTITY_FIGURES,
    ...PREMIUMS,
    'guidelines',
    'managerialAwards',
    'surveyElsewhere',
    'declaredFigures',
  ],
  evaluationBoard: [
    'units',
    'remits',
    ...OBJECTIVES,
    ...SERVICES,
    ...COMPLIANCE,
    ...ENTITY_FIGURES,
    'guidelines',
    'managerialAwards',
    'declaredFigures',
  ],
  technicalStructure: [
    ...ORGANISATION,
    ...OBJECTIVES,
    ...SERVICES,
    ...TRAINING,
    ...COMPLIANCE,
    ...ENTITY_FIGURES,
    ...STAFF_DATA,
    ...PREMIUMS,
    'guidelines',
    'managerialAwards',
    'behaviours',
    'surveyElsewhere',
    'declaredFigures',
  ],
  humanResources: [
    'units',
    'people',
    'assignments',
    'appointments',
    ...TRAINING,
    ...STAFF_DATA,
    ...PREMIUMS,
    'declaredFigures',
  ],
  councillor: ['units', 'remits', 'guidelines'],
  administrator: ['units', 'people', 'assignments', 'appointments'],
};

const CHANGED_BY_STRUCTURE: readonly ListId[] = [
  ...ORGANISATION,
  ...OBJECTIVES,
  ...SERVICES,
  ...TRAINING,
  ...COMPLIANCE,
  ...ENTITY_FIGURES,
  ...PREMIUMS,
  'guidelines',
  'behaviours',
  'surveyElsewhere',
  'declaredFigures',
];

export const CHANGES: OfRoles = {
  employee: [],
  eqHolder: [],
  executive: TRAINING,
  secretaryGeneral: [...COMPLIANCE, 'managerialAwards', 'surveyElsewhere'],
  evaluationBoard: ['managerialAwards', 'declaredFigures'],
  technicalStructure: CHANGED_BY_STRUCTURE,
  humanResources: [...ORGANISATION, ...TRAINING, ...STAFF_DATA, 'declaredFigures'],
  councillor: ['guidelines'],
  administrator: ['people'],
};

export const BRINGS: OfRoles = {
  ...CHANGES,
  executive: [],
  councillor: [],
};
