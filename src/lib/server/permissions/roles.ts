/** Roles that follow from where a person works and what the person was appointed to. */
export const DERIVED_ROLES = ['employee', 'eqHolder', 'executive', 'secretaryGeneral'] as const;

/** Roles that the administrator gives to a person. */
export const GRANTED_ROLES = [
  'evaluationBoard',
  'technicalStructure',
  'humanResources',
  'councillor',
  'administrator',
] as const;

export const ROLES = [...DERIVED_ROLES, ...GRANTED_ROLES] as const;

export type DerivedRole = (typeof DERIVED_ROLES)[number];
export type GrantedRole = (typeof GRANTED_ROLES)[number];
/** The table of people in docs/roles.md; «anybody» is who has not signed in. */
export type Role = (typeof ROLES)[number];

/** Who holds one of these signs in with a second factor: they see or change what concerns many. */
export const SECOND_FACTOR_ROLES: ReadonlySet<Role> = new Set([
  'evaluationBoard',
  'technicalStructure',
  'humanResources',
  'administrator',
]);
