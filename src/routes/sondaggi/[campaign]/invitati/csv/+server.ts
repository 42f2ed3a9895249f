import { m } from '#lib/paraglide/messages.js';
import { portal } from '#lib/server/database/database.ts';
import { csv } from '#lib/server/http/csv.ts';
import { invitedList } from '#lib/server/survey/invited-list.ts';
import { knownCampaign } from '../../campaign-of.ts';
import { reasonText } from '../reason-text.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params }) => {
  const campaign = await knownCampaign(params.campaign);
  const lines = await invitedList(portal().read, campaign);
  const yesNo = (is: boolean) => (is ? m.survey_manage_yes() : m.survey_manage_no());
  const text = csv([
    [
      m.survey_manage_person(),
      m.survey_manage_direction(),
      m.survey_manage_isInvited(),
      m.survey_manage_reason(),
      m.survey_manage_credentialColumn(),
    ],
    ...lines.map(({ name, direction, reason, hasCredential }) => [
      ...[name, direction, yesNo(reason === 'assigned'), reasonText(reason), yesNo(hasCredential)],
    ]),
  ]);
  return new Response(text, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${m.survey_manage_invitedList_file({ year: campaign.year })}.csv"`,
    },
  });
};
