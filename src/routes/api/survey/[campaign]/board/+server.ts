import { json } from '@sveltejs/kit';
import { refusal } from '#lib/server/survey/answers.ts';
import { board } from '#lib/server/survey/public-face.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params }) => {
  const published = await board(params.campaign);
  if (published === null) return refusal('unknown');
  const { issued, responses, receipts } = published;
  return json({ issued, responses, receipts });
};
