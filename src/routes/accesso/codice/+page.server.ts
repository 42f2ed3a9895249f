import { fail, redirect } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { portal } from '#lib/server/database/database.ts';
import { demoCode } from '#lib/server/demo/demo.ts';
import { keepSession } from '#lib/server/http/cookies.ts';
import { localPath } from '#lib/server/http/local-path.ts';
import { theThrottle } from '#lib/server/identity/door.ts';
import { codeFaultText } from '#lib/server/identity/fault-words.ts';
import { codeForm } from '#lib/server/identity/forms.ts';
import { giveCode } from '#lib/server/identity/second-factor.ts';
import { goOn } from '#lib/server/identity/sign-in.ts';
import { nextStep } from '#lib/server/identity/steps.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  demoCode: await demoCode(portal(), locals.signedIn!.session.account),
});

export const actions: Actions = {
  default: async (event) => {
    const { session } = event.locals.signedIn!;
    const form = codeForm.safeParse(Object.fromEntries(await event.request.formData()));
    if (!form.success) return fail(400, { fault: m.identity_code_missing() });
    const given = await giveCode(
      portal(),
      theThrottle(),
      session.account,
      form.data.code,
      event.getClientAddress(),
    );
    if (!given.ok) return fail(given.reason === 'wait' ? 429 : 400, { fault: codeFaultText(given) });
    const { token, stage } = await goOn(portal(), session);
    keepSession(event, token);
    redirect(303, nextStep(stage, localPath(event.url.searchParams.get('dopo'))));
  },
};
