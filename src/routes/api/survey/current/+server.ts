import { json } from '@sveltejs/kit';
import { refusal } from '#lib/server/survey/answers.ts';
import { current } from '#lib/server/survey/public-face.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async () => {
  const survey = await current();
  return survey ? json(survey) : refusal('unknown');
};
