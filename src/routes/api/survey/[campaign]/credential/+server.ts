import { json } from '@sveltejs/kit';
import { portal } from '#lib/server/database/database.ts';
import { jsonBody, refusal } from '#lib/server/survey/answers.ts';
import { giveCredential } from '#lib/server/survey/credentials.ts';
import { allows } from '#lib/server/survey/limits.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, params, request }) => {
  const { session } = locals.signedIn!;
  if (!(await allows('credentials', session.account))) return refusal('tooMany');
  const body = await jsonBody(request);
  const blindedMessage =
    typeof body === 'object' && body !== null && 'blindedMessage' in body ? body.blindedMessage : null;
  const answer = await giveCredential(portal(), params.campaign, session.person, blindedMessage);
  if (!answer.ok) return refusal(answer.reason);
  const { direction, blindSignature } = answer;
  return json({ direction, blindSignature });
};
