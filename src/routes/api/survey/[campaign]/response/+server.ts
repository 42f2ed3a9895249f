import { json } from '@sveltejs/kit';
import { portal } from '#lib/server/database/database.ts';
import { jsonBody } from '#lib/server/survey/answers.ts';
import { voteCall } from '#lib/server/survey/vote-call.ts';
import type { RequestHandler } from './$types';

/** What `directVote` does not take: it takes votes as the voting page sends them. */
export const POST: RequestHandler = async ({ params, request, getClientAddress }) => {
  const { status, content } = await voteCall(
    portal(),
    params.campaign,
    getClientAddress(),
    await jsonBody(request),
  );
  return json(content, { status });
};
