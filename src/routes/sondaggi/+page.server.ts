import { today } from '#lib/server/calendar/today.ts';
import { portal } from '#lib/server/database/database.ts';
import { ENTITY, may } from '#lib/server/permissions/permission.ts';
import { campaigns } from '#lib/server/survey/campaigns.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  campaigns: (await campaigns(portal().read)).map(({ id, title, year, state, closesAt }) => ({
    ...{ id, title, year, state },
    lastDay: today(new Date(closesAt)),
  })),
  mayManage: may(locals.signedIn!.subject, 'survey.manage', ENTITY),
});
