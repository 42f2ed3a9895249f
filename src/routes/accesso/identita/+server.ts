import { error, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { m } from '#lib/paraglide/messages.js';
import { portal } from '#lib/server/database/database.ts';
import { localPath } from '#lib/server/http/local-path.ts';
import { theProvider } from '#lib/server/identity/door.ts';
import { keepPending } from '#lib/server/identity/pending-cookie.ts';
import { ProviderRefusal } from '#lib/server/identity/provider/refusal.ts';
import { begin } from '#lib/server/identity/provider/sign-in.ts';
import type { RequestHandler } from './$types';

/** Sends the browser to the body's identity provider. */
export const GET: RequestHandler = async (event) => {
  const provider = theProvider();
  if (provider === null) error(404, m.ui_error_404_what());
  try {
    const { location, pending } = await begin(
      provider,
      event.url.origin + resolve('/accesso/identita/ritorno'),
    );
    keepPending(portal().keys, event, { pending, next: localPath(event.url.searchParams.get('dopo')) });
    return new Response(null, { status: 303, headers: { location: location.href } });
  } catch (fault) {
    if (!(fault instanceof ProviderRefusal)) throw fault;
    redirect(303, `${resolve('/accesso')}?identita=${fault.code}`);
  }
};
