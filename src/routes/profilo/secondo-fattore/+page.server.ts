import { fail, type RequestEvent } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { portal } from '#lib/server/database/database.ts';
import { theThrottle } from '#lib/server/identity/door.ts';
import { passwordFaultText } from '#lib/server/identity/fault-words.ts';
import { confirmForm, setupForm } from '#lib/server/identity/forms.ts';
import { ownAccount } from '#lib/server/identity/own-account.ts';
import { confirm } from '#lib/server/identity/password-change.ts';
import { qrCode } from '#lib/server/identity/qr-code.ts';
import {
  beginSetup,
  confirmSetup,
  removeOwn,
  renewCodes,
  resumeSetup,
  type Setup,
} from '#lib/server/identity/second-factor.ts';
import { SECOND_FACTOR_ROLES } from '#lib/server/permissions/roles.ts';
import type { Actions, PageServerLoad } from './$types';

const shown = ({ secret, address, sealed }: Setup) => ({ secret, qr: qrCode(address), sealed });

export const load: PageServerLoad = async ({ locals }) => {
  const { session, subject } = locals.signedIn!;
  return {
    account: await ownAccount(portal().read, session.account),
    required: subject.roles.some((role) => SECOND_FACTOR_ROLES.has(role)),
  };
};

/** An open session alone changes nothing of the second factor: whoever found the device open stays outside. */
async function passwordFault(event: RequestEvent): Promise<string | null> {
  const { session } = event.locals.signedIn!;
  const { hasPassword } = await ownAccount(portal().read, session.account);
  if (!hasPassword) return null;
  const form = confirmForm.safeParse(Object.fromEntries(await event.request.formData()));
  if (!form.success) return m.identity_password_wrong();
  const { password } = form.data;
  const known = await confirm(portal(), theThrottle(), session, password, event.getClientAddress());
  return known.ok ? null : passwordFaultText(known);
}

export const actions: Actions = {
  begin: async (event) => {
    const fault = await passwordFault(event);
    if (fault !== null) return fail(400, { fault });
    return { setup: shown(await beginSetup(portal(), event.locals.signedIn!.session.account)) };
  },
  setUp: async (event) => {
    const { session } = event.locals.signedIn!;
    const typed = Object.fromEntries(await event.request.formData());
    const form = setupForm.safeParse(typed);
    // Also without a code the drawing stays the one that the telephone may have read.
    const setup = await resumeSetup(
      portal(),
      session.account,
      typeof typed.sealed === 'string' ? typed.sealed : '',
    );
    if (setup === null) return fail(400, { fault: m.identity_code_missing() });
    if (!form.success) return fail(400, { codeFault: m.identity_code_missing(), setup: shown(setup) });
    const codes = await confirmSetup(portal(), session, setup, form.data.code);
    if (codes === null) return fail(400, { codeFault: m.identity_code_wrong(), setup: shown(setup) });
    return { codes };
  },
  newCodes: async (event) => {
    const fault = await passwordFault(event);
    if (fault !== null) return fail(400, { fault });
    return { codes: await renewCodes(portal(), event.locals.signedIn!.session) };
  },
  remove: async (event) => {
    const { session, subject } = event.locals.signedIn!;
    if (subject.roles.some((role) => SECOND_FACTOR_ROLES.has(role)))
      return fail(400, { fault: m.identity_secondFactor_required() });
    const fault = await passwordFault(event);
    if (fault !== null) return fail(400, { fault });
    await removeOwn(portal(), session);
    return { removed: true };
  },
};
