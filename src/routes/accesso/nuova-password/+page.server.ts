import { fail, redirect } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { portal } from '#lib/server/database/database.ts';
import { keepSession } from '#lib/server/http/cookies.ts';
import { localPath } from '#lib/server/http/local-path.ts';
import { passwordFaultText } from '#lib/server/identity/fault-words.ts';
import { newPasswordForm } from '#lib/server/identity/forms.ts';
import { changeOwn } from '#lib/server/identity/password-change.ts';
import { goOn } from '#lib/server/identity/sign-in.ts';
import { nextStep } from '#lib/server/identity/steps.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  default: async (event) => {
    const { session } = event.locals.signedIn!;
    const form = newPasswordForm.safeParse(Object.fromEntries(await event.request.formData()));
    if (!form.success) return fail(400, { fault: m.identity_password_notTwice() });
    const changed = await changeOwn(portal(), session, form.data.password);
    if (!changed.ok) return fail(400, { fault: passwordFaultText(changed) });
    const { token, stage } = await goOn(portal(), session);
    keepSession(event, token);
    redirect(303, nextStep(stage, localPath(event.url.searchParams.get('dopo'))));
  },
};
