import { fail } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { portal } from '#lib/server/database/database.ts';
import { keepSession } from '#lib/server/http/cookies.ts';
import { localPath } from '#lib/server/http/local-path.ts';
import { setupForm } from '#lib/server/identity/forms.ts';
import { qrCode } from '#lib/server/identity/qr-code.ts';
import { beginSetup, confirmSetup, resumeSetup, type Setup } from '#lib/server/identity/second-factor.ts';
import { goOn } from '#lib/server/identity/sign-in.ts';
import { nextStep } from '#lib/server/identity/steps.ts';
import type { Actions, PageServerLoad } from './$types';

const shown = ({ secret, address, sealed }: Setup) => ({ secret, qr: qrCode(address), sealed });

export const load: PageServerLoad = async ({ locals }) => ({
  setup: shown(await beginSetup(portal(), locals.signedIn!.session.account)),
});

export const actions: Actions = {
  default: async (event) => {
    const { session } = event.locals.signedIn!;
    const typed = Object.fromEntries(await event.request.formData());
    const form = setupForm.safeParse(typed);
    // Also without a code the drawing stays the one that the telephone may have read.
    const setup = await resumeSetup(
      portal(),
      session.account,
      typeof typed.sealed === 'string' ? typed.sealed : '',
    );
    if (!form.success || setup === null)
      return fail(400, {
        fault: m.identity_code_missing(),
        setup: shown(setup ?? (await beginSetup(portal(), session.account))),
      });
    const codes = await confirmSetup(portal(), session, setup, form.data.code);
    if (codes === null) return fail(400, { fault: m.identity_code_wrong(), setup: shown(setup) });
    const { token, stage } = await goOn(portal(), session);
    keepSession(event, token);
    return { codes, next: nextStep(stage, localPath(event.url.searchParams.get('dopo'))) };
  },
};
