import { json } from '@sveltejs/kit';
import { portal } from '#lib/server/database/database.ts';
import { jsonBody, refusal } from '#lib/server/survey/answers.ts';
import { cast } from '#lib/server/survey/cast.ts';
import { allows } from '#lib/server/survey/limits.ts';
import type { RequestHandler } from './$types';

/** Takes a vote from anybody who holds a credential: whoever sends it is never asked for. */
export const POST: RequestHandler = async ({ params, request, getClientAddress }) => {
  if (!(await allows('votes', getClientAddress()))) return refusal('tooMany');
  const answer = await cast(portal(), params.campaign, await jsonBody(request));
  if (!answer.ok) return refusal(answer.reason);
  return json({ receipt: answer.receipt }, { status: answer.again ? 200 : 201 });
};
