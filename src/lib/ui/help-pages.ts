import type { RoleName } from './viewer.ts';

/** Where the help page of each role is: `/aiuto/…`. */
export const HELP_SLUGS: Readonly<Record<RoleName, string>> = {
  employee: 'dipendente',
  eqHolder: 'eq',
  executive: 'dirigente',
  secretaryGeneral: 'segretario-generale',
  evaluationBoard: 'nucleo',
  technicalStructure: 'struttura-tecnica',
  humanResources: 'risorse-umane',
  councillor: 'sindaco-e-assessori',
  administrator: 'amministratore',
};
