import { fail } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { portal } from '#lib/server/database/database.ts';
import { theThrottle } from '#lib/server/identity/door.ts';
import { resetForm } from '#lib/server/identity/forms.ts';
import { normalLogin } from '#lib/server/identity/login.ts';
import { sendReset } from '#lib/server/identity/reset-mail.ts';
import { theMailer } from '#lib/server/mail/mail.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ mail: theMailer() !== null });

export const actions: Actions = {
  default: async ({ request, url, getClientAddress }) => {
    const form = resetForm.safeParse(Object.fromEntries(await request.formData()));
    const mailer = theMailer();
    if (!form.success || mailer === null) return fail(400, { login: '', fault: m.identity_reset_missing() });
    const { login } = form.data;
    const permission = await theThrottle().attempt('reset', normalLogin(login), getClientAddress());
    if (!permission.allowed)
      return fail(429, { login, fault: m.identity_wait({ seconds: permission.seconds }) });
    // Not waited for: the answer comes at once and is the same whether or not there is such an account.
    void sendReset(portal(), mailer, login, url.origin);
    return { sent: true };
  },
};
