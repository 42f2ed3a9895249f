import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { m } from '#lib/paraglide/messages.js';
import { portal } from '#lib/server/database/database.ts';
import { theThrottle } from '#lib/server/identity/door.ts';
import { passwordFaultText } from '#lib/server/identity/fault-words.ts';
import { newPasswordForm } from '#lib/server/identity/forms.ts';
import { isReset, reset } from '#lib/server/identity/password-change.ts';
import type { Actions, PageServerLoad } from './$types';

/** Nobody finds a token by trying; whoever tries many is stopped all the same. */
async function counted(address: string) {
  const permission = await theThrottle().attempt('reset', 'token', address);
  if (!permission.allowed) error(429, m.identity_wait({ seconds: permission.seconds }));
  return permission;
}

export const load: PageServerLoad = async ({ params, getClientAddress }) => {
  const permission = await counted(getClientAddress());
  const valid = await isReset(portal().read, params.token);
  if (valid) await permission.forgive();
  return { valid };
};

export const actions: Actions = {
  default: async ({ params, request, getClientAddress }) => {
    const form = newPasswordForm.safeParse(Object.fromEntries(await request.formData()));
    if (!form.success) return fail(400, { fault: m.identity_password_notTwice() });
    const permission = await counted(getClientAddress());
    const done = await reset(portal(), params.token, form.data.password);
    if (done.ok || done.reason !== 'stale') await permission.forgive();
    if (!done.ok)
      return fail(400, {
        fault: done.reason === 'stale' ? m.identity_reset_stale() : passwordFaultText(done),
      });
    redirect(303, `${resolve('/accesso')}?password`);
  },
};
