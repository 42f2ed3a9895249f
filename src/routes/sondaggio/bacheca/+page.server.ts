import * as survey from '#lib/server/survey/public-face.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => ({ board: await survey.latestBoard() });
