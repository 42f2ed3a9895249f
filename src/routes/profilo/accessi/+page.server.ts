import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { portal } from '#lib/server/database/database.ts';
import * as sessions from '#lib/server/identity/sessions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { session } = locals.signedIn!;
  const open = await sessions.list(portal(), session.account);
  return { sessions: open.map((listed) => ({ ...listed, own: listed.id === session.id })) };
};

export const actions: Actions = {
  end: async ({ locals, request }) => {
    const { session } = locals.signedIn!;
    const id = (await request.formData()).get('session');
    // Only among the own: another's is as unknown as one that never was.
    const own = (await sessions.list(portal(), session.account)).find((listed) => listed.id === id);
    if (own) await sessions.end(portal(), own.id);
    redirect(303, resolve(own?.id === session.id ? '/' : '/profilo/accessi'));
  },
  endOthers: async ({ locals }) => {
    const { session } = locals.signedIn!;
    await portal().transaction((write) => sessions.endAll(write, session.account, session.id));
    redirect(303, resolve('/profilo/accessi'));
  },
};
