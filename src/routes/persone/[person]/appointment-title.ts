import { m } from '#lib/paraglide/messages.js';

const TITLES = {
  eq: m.organisation_appointment_eq,
  executive: m.organisation_appointment_executive,
  secretaryGeneral: m.organisation_appointment_secretaryGeneral,
};

/** What an appointment is called in the language of the page. */
export function appointmentTitle(kind: keyof typeof TITLES): string {
  return TITLES[kind]();
}
