import { portal } from '#lib/server/database/database.ts';
import { campaignOf, frozenDigest } from '#lib/server/survey/campaigns.ts';
import { refusal } from '#lib/server/survey/answers.ts';
import { resultCsv } from '#lib/server/survey/result-csv.ts';
import { resultView } from '#lib/server/survey/result-view.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
  const { read } = portal();
  const campaign = await campaignOf(read, params.campaign);
  const digest = campaign && (await frozenDigest(read, campaign.id));
  const view = digest && (await resultView(read, campaign, digest, locals.locale));
  if (!view) return refusal('unknown');
  return new Response(resultCsv(view), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="sondaggio-${view.year}.csv"`,
    },
  });
};
