import { m } from '#lib/paraglide/messages.js';

const TITLES = {
  draft: m.survey_manage_state_draft,
  open: m.survey_manage_state_open,
  closed: m.survey_manage_state_closed,
  published: m.survey_manage_state_published,
};

export type CampaignState = keyof typeof TITLES;

/** The states of a campaign in their only order. */
export const STATES = Object.keys(TITLES) as readonly CampaignState[];

/** What a state is called in the language of the page. */
export function stateTitle(state: CampaignState): string {
  return TITLES[state]();
}
