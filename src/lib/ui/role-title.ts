import { m } from '#lib/paraglide/messages.js';
import type { RoleName } from './viewer.ts';

const TITLES: Record<RoleName, () => string> = {
  employee: m.ui_role_employee,
  eqHolder: m.ui_role_eqHolder,
  executive: m.ui_role_executive,
  secretaryGeneral: m.ui_role_secretaryGeneral,
  evaluationBoard: m.ui_role_evaluationBoard,
  technicalStructure: m.ui_role_technicalStructure,
  humanResources: m.ui_role_humanResources,
  councillor: m.ui_role_councillor,
  administrator: m.ui_role_administrator,
};

/** What a role is called in the language of the page. */
export function roleTitle(role: RoleName): string {
  return TITLES[role]();
}
