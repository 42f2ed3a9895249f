import { m } from '#lib/paraglide/messages.js';
import type { RoleName } from '#lib/ui/viewer.ts';

type Message = () => string;

/** What a role does in the portal as it is now: it follows src/lib/server/permissions/table.ts. */
export interface RoleHelp {
  readonly intro: Message;
  readonly can: readonly Message[];
  readonly cannot: Message;
}

export const ROLE_HELP: Readonly<Record<RoleName, RoleHelp>> = {
  employee: {
    intro: m.pages_help_employee_intro,
    can: [
      m.pages_help_employee_data,
      m.pages_help_employee_can1,
      m.pages_help_employee_can2,
      m.pages_help_why_text,
    ],
    cannot: m.pages_help_employee_cannot,
  },
  eqHolder: {
    intro: m.pages_help_eqHolder_intro,
    can: [
      m.pages_help_eqHolder_data,
      m.pages_help_eqHolder_can1,
      m.pages_help_eqHolder_can2,
      m.pages_help_why_text,
    ],
    cannot: m.pages_help_eqHolder_cannot,
  },
  executive: {
    intro: m.pages_help_executive_intro,
    can: [
      m.pages_help_executive_data,
      m.pages_help_executive_can1,
      m.pages_help_executive_can2,
      m.pages_help_executive_can3,
      m.pages_help_executive_can4,
      m.pages_help_why_text,
    ],
    cannot: m.pages_help_executive_cannot,
  },
  secretaryGeneral: {
    intro: m.pages_help_secretaryGeneral_intro,
    can: [
      m.pages_help_secretaryGeneral_data,
      m.pages_help_secretaryGeneral_can1,
      m.pages_help_secretaryGeneral_can2,
      m.pages_help_survey_manage,
      m.pages_help_survey_results,
      m.pages_help_why_text,
    ],
    cannot: m.pages_help_secretaryGeneral_cannot,
  },
  evaluationBoard: {
    intro: m.pages_help_evaluationBoard_intro,
    can: [
      m.pages_help_evaluationBoard_data,
      m.pages_help_evaluationBoard_can1,
      m.pages_help_evaluationBoard_can2,
      m.pages_help_survey_results,
      m.pages_help_why_text,
    ],
    cannot: m.pages_help_evaluationBoard_cannot,
  },
  technicalStructure: {
    intro: m.pages_help_technicalStructure_intro,
    can: [
      m.pages_help_technicalStructure_data,
      m.pages_help_technicalStructure_can1,
      m.pages_help_technicalStructure_can2,
      m.pages_help_technicalStructure_can3,
      m.pages_help_survey_manage,
      m.pages_help_survey_results,
      m.pages_help_why_text,
    ],
    cannot: m.pages_help_technicalStructure_cannot,
  },
  humanResources: {
    intro: m.pages_help_humanResources_intro,
    can: [
      m.pages_help_humanResources_data,
      m.pages_help_humanResources_can1,
      m.pages_help_humanResources_can2,
    ],
    cannot: m.pages_help_humanResources_cannot,
  },
  councillor: {
    intro: m.pages_help_councillor_intro,
    can: [m.pages_help_councillor_data, m.pages_help_councillor_can1, m.pages_help_councillor_can2],
    cannot: m.pages_help_councillor_cannot,
  },
  administrator: {
    intro: m.pages_help_administrator_intro,
    can: [
      m.pages_help_administrator_data,
      m.pages_help_administrator_can1,
      m.pages_help_administrator_can2,
      m.pages_help_administrator_can3,
      m.pages_help_administrator_can4,
    ],
    cannot: m.pages_help_administrator_cannot,
  },
};
