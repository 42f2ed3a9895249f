import { error, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { m } from '#lib/paraglide/messages.js';
import { portal } from '#lib/server/database/database.ts';
import { keepSession, sessionToken } from '#lib/server/http/cookies.ts';
import { theProvider } from '#lib/server/identity/door.ts';
import { takePending } from '#lib/server/identity/pending-cookie.ts';
import { withProvider } from '#lib/server/identity/provider-sign-in.ts';
import { ProviderRefusal } from '#lib/server/identity/provider/refusal.ts';
import { finish } from '#lib/server/identity/provider/sign-in.ts';
import * as sessions from '#lib/server/identity/sessions.ts';
import { nextStep } from '#lib/server/identity/steps.ts';
import { visitorOf } from '#lib/server/identity/visitor.ts';
import type { RequestHandler } from './$types';

/** Where the body's identity provider sends the browser back to. */
export const GET: RequestHandler = async (event) => {
  const provider = theProvider();
  if (provider === null) error(404, m.ui_error_404_what());
  const kept = takePending(portal().keys, event);
  if (kept === null) refuse('stale');
  const identity = await finish(provider, kept.pending, event.url).catch((fault: unknown) => {
    if (fault instanceof ProviderRefusal) refuse(fault.code);
    throw fault;
  });
  const signIn = await withProvider(portal(), identity, visitorOf(event).device);
  if (!signIn.ok) refuse(signIn.reason);
  const before = sessionToken(event);
  if (before !== null) await sessions.endByToken(portal(), before);
  keepSession(event, signIn.token);
  redirect(303, nextStep(signIn.stage, kept.next));
};

function refuse(code: ProviderRefusal['code'] | 'unknown'): never {
  redirect(303, `${resolve('/accesso')}?identita=${code}`);
}
