import { error, fail } from '@sveltejs/kit';
import { isoDate } from '#core/calendar/iso-date.ts';
import { m } from '#lib/paraglide/messages.js';
import { today } from '#lib/server/calendar/today.ts';
import { portal } from '#lib/server/database/database.ts';
import { formText } from '#lib/server/http/form-text.ts';
import * as accounts from '#lib/server/identity/accounts.ts';
import { accountFaultText } from '#lib/server/identity/fault-words.ts';
import type { AccountId } from '#lib/server/identity/model.ts';
import { GRANTED_ROLES, type GrantedRole } from '#lib/server/permissions/roles.ts';
import { subjectOf } from '#lib/server/permissions/subject.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ params }) => {
  const { read } = portal();
  const account = await accounts.account(read, params.account);
  if (account === null) error(404, m.ui_error_404_what());
  const { roles } = await subjectOf(read, account.person, today());
  return { account, roles, grantable: GRANTED_ROLES };
};

/** A fault that belongs to no field of the page. */
const NO_FIELD = { field: undefined, role: null, until: undefined };

/** Does something to the account of the page, by the administrator who asks. */
async function act<Made extends object>(
  { locals, params }: RequestEvent,
  change: (by: Administrator, id: AccountId) => Promise<accounts.AccountOutcome<Made>>,
) {
  const outcome = await change(locals.signedIn!.session.person, params.account as AccountId);
  return outcome.ok
    ? { done: true, password: 'password' in outcome ? (outcome.password as string) : null }
    : fail(400, { fault: accountFaultText(outcome.fault), ...NO_FIELD });
}

type Administrator = Parameters<typeof accounts.newPassword>[1];

function roleOf(form: FormData): GrantedRole | null {
  return GRANTED_ROLES.find((role) => role === form.get('role')) ?? null;
}

export const actions: Actions = {
  disable: (event) => act(event, (by, id) => accounts.setDisabled(portal(), by, id, true)),
  enable: (event) => act(event, (by, id) => accounts.setDisabled(portal(), by, id, false)),
  newPassword: (event) => act(event, (by, id) => accounts.newPassword(portal(), by, id)),
  removeSecondFactor: (event) => act(event, (by, id) => accounts.removeSecondFactor(portal(), by, id)),
  endSessions: (event) => act(event, (by, id) => accounts.endSessions(portal(), by, id)),
  grant: async (event) => {
    const form = await event.request.formData();
    const role = roleOf(form);
    const written = formText(form, 'until');
    const until = written === '' ? null : isoDate(written);
    if (role === null || (written !== '' && (until === null || until < today())))
      return fail(400, { fault: m.identity_account_untilOdd(), field: 'until', role, until: written });
    return act(event, (by, id) => accounts.grantRole(portal(), by, id, role, until));
  },
  withdraw: async (event) => {
    const role = roleOf(await event.request.formData());
    if (role === null) return fail(400, { fault: m.identity_account_unknown(), ...NO_FIELD });
    return act(event, (by, id) => accounts.withdrawRole(portal(), by, id, role));
  },
};
