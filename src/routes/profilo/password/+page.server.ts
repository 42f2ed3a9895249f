import { fail } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { portal } from '#lib/server/database/database.ts';
import { keepSession } from '#lib/server/http/cookies.ts';
import { theThrottle } from '#lib/server/identity/door.ts';
import { passwordFaultText } from '#lib/server/identity/fault-words.ts';
import { changePasswordForm } from '#lib/server/identity/forms.ts';
import { changeOwn, confirm } from '#lib/server/identity/password-change.ts';
import { goOn } from '#lib/server/identity/sign-in.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  default: async (event) => {
    const { session } = event.locals.signedIn!;
    const form = changePasswordForm.safeParse(Object.fromEntries(await event.request.formData()));
    if (!form.success) {
      const field = form.error.issues[0]?.path[0] === 'current' ? 'current' : 'again';
      const message = field === 'current' ? m.identity_password_wrong() : m.identity_password_notTwice();
      return fail(400, { faults: [{ field, message }] });
    }
    const { current, password } = form.data;
    const known = await confirm(portal(), theThrottle(), session, current, event.getClientAddress());
    if (!known.ok) return fail(400, { faults: [{ field: 'current', message: passwordFaultText(known) }] });
    const changed = await changeOwn(portal(), session, password);
    if (!changed.ok)
      return fail(400, { faults: [{ field: 'password', message: passwordFaultText(changed) }] });
    const { token } = await goOn(portal(), session);
    keepSession(event, token);
    return { changed: true };
  },
};
