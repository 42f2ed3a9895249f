import { m } from '#lib/paraglide/messages.js';

const TITLES = {
  area: m.organisation_kind_area,
  direction: m.organisation_kind_direction,
  service: m.organisation_kind_service,
  office: m.organisation_kind_office,
  specialist: m.organisation_kind_specialist,
  taskForce: m.organisation_kind_taskForce,
};

/** What a kind of unit is called in the language of the page. */
export function unitKindTitle(kind: keyof typeof TITLES): string {
  return TITLES[kind]();
}
