import { json } from '@sveltejs/kit';
import { progressOf } from '#lib/server/imports/progress.ts';
import type { RequestHandler } from './$types';
import { runOfRequest } from '../run-of.ts';

export const GET: RequestHandler = async ({ params }) => {
  const { run } = await runOfRequest(params.list, params.run);
  return json({ state: run.state, progress: progressOf(run.id) });
};
