import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { portal } from '#lib/server/database/database.ts';
import { forgetSession, sessionToken } from '#lib/server/http/cookies.ts';
import * as sessions from '#lib/server/identity/sessions.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async (event) => {
  const token = sessionToken(event);
  if (token !== null) await sessions.endByToken(portal(), token);
  forgetSession(event);
  redirect(303, resolve('/'));
};
