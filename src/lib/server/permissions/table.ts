import type { Role } from './roles.ts';

/**
 * How far a permission reaches: the own person; who works in a service or a direction that the person leads; the whole
 * entity.
 */
export type Scope = 'own' | 'service' | 'direction' | 'entity';

/** Everything that somebody may be allowed to do, named by what it is done to. */
export const ACTIONS = [
  'organisation.read',
  'person.read',
  'person.find',
  'result.entity.read',
  'result.direction.read',
  'result.person.read',
  'deadline.change',
  'survey.read',
  'survey.manage',
  'survey.result.read',
  'account.read',
  'account.change',
  'audit.read',
  'audit.person.read',
] as const;

export type Action = (typeof ACTIONS)[number];

/**
 * Role × action × scope, the only place that says who may do what. What a role lacks here it may not do. The people are
 * those of docs/roles.md.
 */
export const PERMISSIONS: Readonly<Record<Role, Readonly<Partial<Record<Action, Scope>>>>> = {
  employee: {
    'organisation.read': 'entity',
    'person.read': 'own',
    'result.person.read': 'own',
    'audit.person.read': 'own',
  },
  eqHolder: {
    'organisation.read': 'entity',
    'person.read': 'service',
    'person.find': 'service',
    'result.person.read': 'service',
    'audit.person.read': 'own',
  },
  executive: {
    'organisation.read': 'entity',
    'person.read': 'direction',
    'person.find': 'direction',
    'result.direction.read': 'direction',
    'result.person.read': 'direction',
    'audit.person.read': 'own',
    'survey.result.read': 'direction',
  },
  secretaryGeneral: {
    'organisation.read': 'entity',
    'person.read': 'entity',
    'person.find': 'entity',
    'result.entity.read': 'entity',
    'result.direction.read': 'entity',
    'survey.read': 'entity',
    'survey.manage': 'entity',
    'audit.person.read': 'own',
    'survey.result.read': 'entity',
  },
  evaluationBoard: {
    'organisation.read': 'entity',
    'person.read': 'own',
    'result.entity.read': 'entity',
    'result.direction.read': 'entity',
    'survey.read': 'entity',
    'audit.person.read': 'own',
    'survey.result.read': 'entity',
  },
  technicalStructure: {
    'organisation.read': 'entity',
    'person.read': 'entity',
    'person.find': 'entity',
    'result.entity.read': 'entity',
    'result.direction.read': 'entity',
    'result.person.read': 'entity',
    'deadline.change': 'entity',
    'survey.read': 'entity',
    'survey.manage': 'entity',
    'audit.person.read': 'own',
    'survey.result.read': 'entity',
  },
  humanResources: {
    'organisation.read': 'entity',
    'person.read': 'entity',
    'person.find': 'entity',
    'audit.person.read': 'own',
  },
  councillor: {
    'organisation.read': 'entity',
    'person.read': 'own',
    'audit.person.read': 'own',
  },
  administrator: {
    'organisation.read': 'entity',
    'person.read': 'entity',
    'person.find': 'entity',
    'account.read': 'entity',
    'account.change': 'entity',
    'audit.read': 'entity',
    'audit.person.read': 'own',
  },
};
