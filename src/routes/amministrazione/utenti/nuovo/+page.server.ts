import { fail } from '@sveltejs/kit';
import { portal } from '#lib/server/database/database.ts';
import { formText } from '#lib/server/http/form-text.ts';
import { createAccount } from '#lib/server/identity/accounts.ts';
import { accountFaultText } from '#lib/server/identity/fault-words.ts';
import type { PersonId } from '#lib/server/organisation/model.ts';
import { listPeople } from '#lib/server/organisation/people/people.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url }) => {
  const words = (url.searchParams.get('cerca') ?? '').trim().slice(0, 100);
  const found = words === '' ? null : await listPeople(portal().read, words, null, 1);
  return { words, person: url.searchParams.get('persona'), found };
};

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const form = await request.formData();
    const login = formText(form, 'login');
    const person = formText(form, 'person') as PersonId;
    const made = await createAccount(portal(), locals.signedIn!.session.person, person, login);
    if (!made.ok) {
      const field = made.fault === 'loginTaken' || made.fault === 'loginOdd' ? 'login' : 'person';
      return fail(400, { login, person, faults: [{ field, message: accountFaultText(made.fault) }] });
    }
    return { made: { id: made.id, password: made.password } };
  },
};
