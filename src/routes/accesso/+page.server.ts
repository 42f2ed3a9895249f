import { fail, redirect } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { portal } from '#lib/server/database/database.ts';
import { demoAccounts } from '#lib/server/demo/demo.ts';
import { keepSession, sessionToken } from '#lib/server/http/cookies.ts';
import { localPath } from '#lib/server/http/local-path.ts';
import { theProvider, theThrottle } from '#lib/server/identity/door.ts';
import { providerFaultText } from '#lib/server/identity/fault-words.ts';
import { signInForm } from '#lib/server/identity/forms.ts';
import * as sessions from '#lib/server/identity/sessions.ts';
import { withPassword } from '#lib/server/identity/sign-in.ts';
import { nextStep } from '#lib/server/identity/steps.ts';
import { visitorOf } from '#lib/server/identity/visitor.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  if (locals.signedIn) redirect(303, nextStep(locals.signedIn.session.stage, null));
  const provider = theProvider();
  return {
    next: localPath(url.searchParams.get('dopo')),
    passwordSet: url.searchParams.has('password'),
    providerFault: providerFault(url.searchParams.get('identita')),
    provider: provider && { label: provider.label },
    demo: await demoAccounts(portal().read),
  };
};

const CODES = ['cancelled', 'stale', 'unreachable', 'refused', 'unknown'] as const;

function providerFault(text: string | null): string | null {
  const code = CODES.find((known) => known === text);
  return code ? providerFaultText(code) : null;
}

export const actions: Actions = {
  default: async (event) => {
    const typed = Object.fromEntries(await event.request.formData());
    const form = signInForm.safeParse(typed);
    if (!form.success)
      return fail(400, {
        login: typeof typed.login === 'string' ? typed.login : '',
        fault: m.identity_signIn_missing(),
        field: form.error.issues[0]?.path[0] === 'password' ? 'password' : 'login',
      });
    const { login, password, dopo } = form.data;
    const signIn = await withPassword(portal(), theThrottle(), { login, password }, visitorOf(event));
    if (!signIn.ok) {
      const waiting = signIn.reason === 'wait';
      const fault = waiting ? m.identity_wait({ seconds: signIn.seconds }) : m.identity_signIn_wrong();
      return fail(waiting ? 429 : 400, { login, fault, field: undefined });
    }
    // Whoever signs in on top of an open session leaves none behind.
    const before = sessionToken(event);
    if (before !== null) await sessions.endByToken(portal(), before);
    keepSession(event, signIn.token);
    redirect(303, nextStep(signIn.stage, localPath(dopo)));
  },
};
