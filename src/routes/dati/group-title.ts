import { m } from '#lib/paraglide/messages.js';

const TITLES = {
  organisation: m.lists_group_organisation,
  objectives: m.lists_group_objectives,
  services: m.lists_group_services,
  direction: m.lists_group_direction,
  entity: m.lists_group_entity,
  staff: m.lists_group_staff,
  premiums: m.lists_group_premiums,
};

export const groupTitle = (group: keyof typeof TITLES): string => TITLES[group]();
