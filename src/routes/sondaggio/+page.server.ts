import * as survey from '#lib/server/survey/public-face.ts';
import type { PageServerLoad } from './$types';

/** What the page shows. The keys a browser asks for itself, without saying who it is: see src/lib/survey-client/. */
export const load: PageServerLoad = async () => {
  const current = await survey.current();
  if (current === null) return { current };
  const { campaign, title, state, closesAt, questions, scale } = current;
  return { current: { campaign, title, state, closesAt, questions, scale } };
};
