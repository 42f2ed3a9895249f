import type { APIRequestContext, APIResponse } from '@playwright/test';
import { ROUTES } from '../../src/lib/server/permissions/routes.ts';
import { isOfSurvey } from '../portal/pages.ts';
import { LOGINS, type Login } from '../portal/people.ts';
import { send, wayOn } from '../portal/sign-in.ts';
import { expect, test, type Asker } from '../portal/test.ts';

const everybody: readonly Login[] = LOGINS;
const offices: readonly Login[] = ['segretario', 'nucleo', 'programmazione', 'personale'];
const finders: readonly Login[] = ['segretario', 'programmazione', 'personale', 'amministratore'];

/**
 * Who may see what, one address after the other, from docs/roles.md. The demo's employee (e0284) and EQ holder (q11) are
 * of the service s12, the executive (x04) of its direction d04; e0287 is of the service too, e0285 of the direction
 * only, e0001, q01 and x01 of direction d01.
 */
const MAY_SEE: Readonly<Record<string, readonly Login[]>> = {
  '/profilo': everybody,
  '/profilo/password': everybody,
  '/profilo/secondo-fattore': everybody,
  '/profilo/accessi': everybody,
  '/profilo/registro': everybody,
  '/scadenze': everybody,
  '/organizzazione': everybody,
  '/organizzazione?giorno=2025-03-31': everybody,
  '/persone': ['eq', 'dirigente', ...finders],
  '/persone/e0284': ['dipendente', 'eq', 'dirigente', ...finders],
  '/persone/e0287': ['eq', 'dirigente', ...finders],
  '/persone/e0285': ['dirigente', ...finders],
  '/persone/q11': ['eq', 'dirigente', ...finders],
  '/persone/q12': ['dirigente', ...finders],
  '/persone/x04': ['dirigente', ...finders],
  '/persone/e0001': finders,
  '/persone/q01': finders,
  '/persone/x01': finders,
  '/persone/g01': finders,
  '/persone/n01': ['nucleo', ...finders],
  '/persone/n02': finders,
  '/persone/m01': ['sindaco', ...finders],
  '/persone/z01': finders,
  '/persone/d01': [],
  '/risultati': ['segretario', 'nucleo', 'programmazione'],
  '/risultati/direzioni/d04': ['dirigente', 'segretario', 'nucleo', 'programmazione'],
  '/risultati/direzioni/d01': ['segretario', 'nucleo', 'programmazione'],
  '/risultati/direzioni/s12': [],
  '/risultati/direzioni/a01': [],
  // It ended with the reorganisation of 1 April 2025.
  '/risultati/direzioni/d14': [],
  '/risultati/persone/e0284': ['dipendente', 'eq', 'dirigente', 'programmazione'],
  '/risultati/persone/e0287': ['eq', 'dirigente', 'programmazione'],
  '/risultati/persone/e0285': ['dirigente', 'programmazione'],
  '/risultati/persone/q11': ['eq', 'dirigente', 'programmazione'],
  '/risultati/persone/q12': ['dirigente', 'programmazione'],
  '/risultati/persone/x04': ['dirigente', 'programmazione'],
  '/risultati/persone/e0553': ['programmazione'],
  '/risultati/persone/e0556': ['personale', 'programmazione'],
  '/risultati/persone/e0001': ['programmazione'],
  '/risultati/persone/q01': ['programmazione'],
  '/risultati/persone/x01': ['programmazione'],
  '/risultati/persone/n01': ['programmazione'],
  '/cicli': ['programmazione'],
  '/dati/mancanti': offices,
  '/dati/incongruenze': offices,
  '/dati/presence?anno=2025': ['programmazione', 'personale'],
  '/dati/behaviours?anno=2025': ['programmazione'],
  '/obiettivi': ['dipendente', 'eq', 'dirigente', 'segretario', 'nucleo', 'programmazione', 'personale'],
  '/obiettivi/nuovo': ['dirigente', 'programmazione'],
  '/obiettivi/copia': ['dirigente', 'programmazione'],
  '/obiettivi/monitoraggio': ['segretario', 'nucleo', 'programmazione'],
  '/servizi': ['eq', 'dirigente', 'segretario', 'nucleo', 'programmazione'],
  '/servizi/griglia': ['eq', 'dirigente', 'programmazione'],
  '/formazione': ['dipendente', 'eq', 'dirigente', 'segretario', 'programmazione', 'personale'],
  '/trasparenza': ['dirigente', 'segretario', 'nucleo', 'programmazione'],
  '/indirizzi': ['dirigente', 'segretario', 'nucleo', 'programmazione', 'sindaco'],
  '/amministrazione/utenti': ['amministratore'],
  '/amministrazione/utenti/nuovo': ['amministratore'],
  '/amministrazione/utenti/{account}': ['amministratore'],
  '/amministrazione/registro': ['amministratore'],
  '/amministrazione/registro?persona=e0001': ['amministratore'],
};

/** What a page looks for itself, among those that somebody may open: absent and out of reach are one answer there too. */
const MAY_SEE_INSIDE: Readonly<Record<string, readonly Login[]>> = {
  // The hours of somebody of the executive's direction, and of somebody of another.
  '/dati/trainingHours/riga?anno=2025&chiave=%5B%22e0284%22%5D': [
    'dipendente',
    'dirigente',
    'segretario',
    'programmazione',
    'personale',
  ],
  '/dati/trainingHours/riga?anno=2025&chiave=%5B%22e0001%22%5D': [
    'segretario',
    'programmazione',
    'personale',
  ],
  // Of direction d01.
  '/obiettivi/o001': ['segretario', 'nucleo', 'programmazione'],
  // No draft, so nobody edits it; nobody here leads the direction, so nobody reports it.
  '/obiettivi/o001/modifica': [],
  '/obiettivi/o001/allegato': [],
  '/servizi/sv01': ['segretario', 'nucleo', 'programmazione'],
};

const makers: readonly Login[] = ['dirigente', 'programmazione'];

/** Who may send which form; the fields would do something, were they taken. */
const MAY_SEND: Readonly<
  Record<string, { readonly by: readonly Login[]; readonly form?: Record<string, string> }>
> = {
  '/scadenze': { by: ['programmazione'], form: { year: '2031' } },
  '/cicli': { by: ['programmazione'], form: { year: '2031', regulation: 'cremona-2025' } },
  '/dati/incongruenze?/justify': { by: ['nucleo', 'programmazione', 'personale'] },
  '/obiettivi/nuovo': { by: makers },
  '/obiettivi/copia': { by: makers },
  '/obiettivi/monitoraggio?/certify': { by: ['nucleo'] },
  // Of a direction that nobody of these leads: to have the permission elsewhere is not enough. Who may read the
  // objective is told in words that the step is not theirs.
  '/obiettivi/o001?/assign': { by: ['programmazione'] },
  '/obiettivi/o001?/withdraw': { by: ['programmazione'] },
  '/obiettivi/o001?/remove': { by: ['programmazione'] },
  '/obiettivi/o001?/accept': { by: ['segretario', 'programmazione'] },
  '/obiettivi/o001?/sendBack': { by: ['segretario', 'programmazione'] },
  '/obiettivi/o001?/monitor': { by: ['segretario'] },
  '/obiettivi/o001?/report': { by: ['segretario'] },
  '/obiettivi/o001?/certify': { by: ['nucleo'] },
  '/obiettivi/o001/modifica?/objective': { by: ['programmazione'] },
  '/obiettivi/o001/modifica?/indicator': { by: ['programmazione'] },
  '/obiettivi/o001/modifica?/removeIndicator': { by: ['programmazione'] },
  '/obiettivi/o001/modifica?/owners': { by: ['programmazione'] },
  '/obiettivi/o001/allegato': { by: ['segretario'] },
  '/servizi/griglia': { by: ['eq', 'dirigente', 'programmazione'] },
  '/formazione?/hours': { by: ['dirigente', 'programmazione', 'personale'] },
  '/formazione?/delivery': { by: ['dirigente', 'programmazione', 'personale'] },
  '/trasparenza': { by: ['segretario', 'programmazione'] },
  '/indirizzi': { by: ['programmazione', 'sindaco'] },
  '/amministrazione/utenti/nuovo': { by: ['amministratore'], form: { person: 'e0001', login: 'intruso' } },
  '/amministrazione/utenti/{account}?/disable': { by: ['amministratore'] },
  '/amministrazione/utenti/{account}?/enable': { by: ['amministratore'] },
  '/amministrazione/utenti/{account}?/newPassword': { by: ['amministratore'] },
  '/amministrazione/utenti/{account}?/removeSecondFactor': { by: ['amministratore'] },
  '/amministrazione/utenti/{account}?/endSessions': { by: ['amministratore'] },
  '/amministrazione/utenti/{account}?/grant': { by: ['amministratore'], form: { role: 'administrator' } },
  '/amministrazione/utenti/{account}?/withdraw': { by: ['amministratore'], form: { role: 'administrator' } },
  '/amministrazione/registro?/verify': { by: ['amministratore'] },
};

/** Forms that concern the own account only: everybody who is signed in may send them. */
const OWN_FORMS = [
  '/profilo/password',
  '/profilo/secondo-fattore?/begin',
  '/profilo/secondo-fattore?/setUp',
  '/profilo/secondo-fattore?/newCodes',
  '/profilo/secondo-fattore?/remove',
  '/profilo/accessi?/end',
  '/profilo/accessi?/endOthers',
];

/** Addresses that answer with a file, not with a page. */
const FILES = ['/dati/documento', '/obiettivi/[objective]/allegato/[report]'];

/** What differs from answer to answer without telling anything: the nonce, and the address that was asked for. */
async function told(answer: APIResponse, path: string) {
  const [page = ''] = path.split('?');
  const text = (await answer.text())
    .replaceAll(/nonce[-=]"?[\w+/=]+/g, 'nonce')
    .replaceAll(`"${page}"`, '"ADDRESS"')
    .replaceAll(`"${path}"`, '"ADDRESS"');
  return {
    status: answer.status(),
    location: wayOn(answer)?.replaceAll(encodeURIComponent(page), 'ADDRESS'),
    type: answer.headers()['content-type'],
    text,
  };
}

/** The account of the secretary, whose id nobody but the administrator knows. */
async function someAccount(administrator: APIRequestContext): Promise<string> {
  const list = await (await administrator.get('/amministrazione/utenti?cerca=segretario')).text();
  return /amministrazione\/utenti\/([0-9a-f-]{36})/.exec(list)![1]!;
}

const absent = (path: string) =>
  path.replace(/\b[a-z]\d{2,4}$/, 'y9999').replace(/[0-9a-f-]{36}/, '00000000-0000-4000-8000-000000000000');

test('the lists name every page and form that needs a permission or a session', () => {
  const listed = (path: string) =>
    path
      .replace('{account}', '[account]')
      .replace(/(persone)\/[a-z]\d+$/, '$1/[person]')
      .replace(/(direzioni)\/[a-z]\d+$/, '$1/[direction]')
      .replace(/obiettivi\/o001/, 'obiettivi/[objective]')
      .replace(/servizi\/sv01/, 'servizi/[service]');
  const pages = new Set(
    [...Object.keys(MAY_SEE), ...Object.keys(MAY_SEE_INSIDE)].map((path) => listed(path.replace(/\?.*/, ''))),
  );
  const forms = new Set([...Object.keys(MAY_SEND), ...OWN_FORMS].map(listed));
  const own = Object.entries(ROUTES).filter(([route]) => !isOfSurvey(route) && !FILES.includes(route));
  const closed = own.flatMap(([route, needs]) =>
    Object.entries(needs).flatMap(([method, need]) =>
      need.kind === 'session' || need.kind === 'permission' ? [{ route, method }] : [],
    ),
  );
  for (const { route, method } of closed)
    if (method === 'GET') expect([...pages], route).toContain(route);
    else {
      const name = method.replace('POST ', '');
      expect([...forms], `${route} ${name}`).toContain(name === 'default' ? route : `${route}?/${name}`);
    }
});

for (const login of LOGINS)
  test(`«${login}» sees and sends what is the role’s; what is not there and what is not theirs are one answer`, async ({
    askAs,
  }) => {
    const asker = await askAs(login);
    const account = await someAccount(await askAs('amministratore'));
    const nowhere = await told(await asker.get('/questa-pagina-non-esiste'), '/questa-pagina-non-esiste');
    expect(nowhere.status).toBe(404);

    for (const [pattern, who] of Object.entries(MAY_SEE)) {
      const path = pattern.replace('{account}', account);
      const [page, query = ''] = path.split('?');
      const data = `${page}/__data.json${query && `?${query}`}`;
      if (who.includes(login)) {
        expect((await asker.get(path)).status(), `${login} sees ${path}`).toBe(200);
        expect((await asker.get(data)).status(), `${login} sees ${data}`).toBe(200);
        continue;
      }
      const refused = await told(await asker.get(path), path);
      expect(refused.status, `${login} does not see ${path}`).toBe(404);
      expect(refused, `${path} is as if it were not there`).toEqual(
        await told(await asker.get(absent(path)), absent(path)),
      );
      const refusedData = await told(await asker.get(data), data);
      expect(refusedData.status, `${login} does not see ${data}`).toBe(404);
      const absentData = `${absent(page!)}/__data.json${query && `?${query}`}`;
      expect(refusedData).toEqual(await told(await asker.get(absentData), absentData));
      expect((await asker.head(path)).status()).toBe(404);
    }

    for (const [pattern, { by, form }] of Object.entries(MAY_SEND)) {
      if (by.includes(login)) continue;
      const path = pattern.replace('{account}', account);
      for (const accept of ['text/html', 'application/json']) {
        const answer = await asker.post(path, { form: form ?? {}, headers: { accept } });
        const other = absent(path);
        const expected = await asker.post(other, { form: form ?? {}, headers: { accept } });
        const refused = await told(answer, path);
        expect(refused.status, `${login} does not send ${path}`).toBe(404);
        expect(refused).toEqual(await told(expected, other));
      }
    }
  });

test('a page and a form that are somebody else’s look like no page at all', async ({ askAs }) => {
  const asker = await askAs('dipendente');
  const nowhere = await told(await asker.get('/non-esiste'), '/non-esiste');
  for (const path of ['/persone', '/persone/e0001', '/amministrazione/utenti', '/amministrazione/registro'])
    expect(withoutOwnAddress(await told(await asker.get(path), path)), path).toEqual(
      withoutOwnAddress(nowhere),
    );
});

/** Where the page stands and the language switch leads back to: that of a refusal is made at an address of its own. */
const withoutOwnAddress = ({ text, ...rest }: Awaited<ReturnType<typeof told>>) => ({
  ...rest,
  text: text.replaceAll(/name="back" value="[^"]*"|\bpath:"[^"]*"/g, 'address'),
});

const ASKED_TO_SIGN_IN = [...Object.keys(MAY_SEE), '/persone/y9999', '/risultati/direzioni/y9999'];

test('who is not signed in is sent to the sign-in, whether or not there is such a thing', async ({
  askAs,
}) => {
  const nobody = await askAs(null);
  for (const path of ASKED_TO_SIGN_IN.map((path) => path.replace('{account}', 'x'))) {
    const answer = await nobody.get(path);
    const page = path.replace(/\?.*/, '');
    expect(answer.status(), path).toBe(303);
    expect(wayOn(answer)).toBe(`/accesso?dopo=${encodeURIComponent(path)}`);
    const data = await nobody.get(`${page}/__data.json`);
    const { type, location } = (await data.json()) as { type: string; location: string };
    const { pathname, search } = new URL(location, data.url());
    expect({ type, location: pathname + search }).toEqual({
      type: 'redirect',
      location: `/accesso?dopo=${encodeURIComponent(page)}`,
    });
  }
  for (const path of [...Object.keys(MAY_SEND), ...OWN_FORMS].map((path) => path.replace('{account}', 'x'))) {
    const answer = await send(nobody, path);
    expect([answer.status(), wayOn(answer)], path).toEqual([303, '/accesso']);
  }
});

const HALFWAY: readonly (readonly [Asker, string])[] = [
  ['secondFactor', '/accesso/codice'],
  ['secondFactorSetup', '/accesso/nuovo-codice'],
  ['newPassword', '/accesso/nuova-password'],
];

for (const [stage, step] of HALFWAY)
  test(`who has not finished the sign-in (${String(stage)}) comes to the step that is missing, and to no other`, async ({
    askAs,
  }) => {
    const asker = await askAs(stage);
    expect((await asker.get(step)).status()).toBe(200);
    for (const path of ['/profilo', '/scadenze', '/persone', '/persone/e0002', '/risultati/persone/e0002']) {
      const answer = await asker.get(path);
      expect([answer.status(), wayOn(answer)], path).toEqual([303, step]);
    }
    for (const path of [...OWN_FORMS, '/scadenze']) {
      const answer = await send(asker, path);
      expect([answer.status(), wayOn(answer)], path).toEqual([303, step]);
    }
    for (const [, other] of HALFWAY) if (other !== step) expect((await asker.get(other)).status()).toBe(404);
    // Nothing of the own room either.
    expect(await (await asker.get('/')).text()).not.toContain('Che cosa fare ora');
  });

test('who is in has no step of the sign-in to do again', async ({ askAs }) => {
  const asker = await askAs('nucleo');
  for (const [, step] of HALFWAY) {
    expect((await asker.get(step)).status()).toBe(404);
    expect((await send(asker, step, { code: '123456' })).status()).toBe(404);
  }
});

test('guessing ids finds nobody but whom one may see', async ({ askAs }) => {
  const ids = [
    ...Array.from({ length: 60 }, (_, at) => `e${String(at * 10 + 4).padStart(4, '0')}`),
    ...Array.from({ length: 34 }, (_, at) => `q${String(at + 1).padStart(2, '0')}`),
    ...Array.from({ length: 13 }, (_, at) => `x${String(at + 1).padStart(2, '0')}`),
  ];
  const seen = async (login: Login, path: string) => {
    const asker = await askAs(login);
    const statuses = await Promise.all(
      ids.map(async (id) => [id, (await asker.get(`${path}/${id}/__data.json`)).status()] as const),
    );
    return statuses.flatMap(([id, status]) => (status === 404 ? [] : [id]));
  };
  // The employees of d04 are e0283 to e0330 in the example; its EQ holders q11 to q13.
  const ofDirection = ['e0284', 'e0294', 'e0304', 'e0314', 'e0324', 'q11', 'q12', 'q13', 'x04'];
  for (const path of ['/persone', '/risultati/persone']) {
    expect(await seen('dipendente', path)).toEqual(['e0284']);
    expect(await seen('sindaco', path)).toEqual([]);
    expect(await seen('eq', path)).toEqual(['e0284', 'e0324', 'q11']);
    expect(await seen('dirigente', path)).toEqual(ofDirection);
  }
  expect(await seen('nucleo', '/risultati/persone')).toEqual([]);
  expect(await seen('segretario', '/risultati/persone')).toEqual([]);
  expect(await seen('personale', '/risultati/persone')).toEqual([]);
});

for (const login of LOGINS)
  test(`«${login}» sees of rows, objectives and services what is within reach`, async ({ askAs }) => {
    const asker = await askAs(login);
    for (const [path, who] of Object.entries(MAY_SEE_INSIDE)) {
      const seen = await asker.get(path);
      expect(seen.status(), `${login}: ${path}`).toBe(who.includes(login) ? 200 : 404);
      if (who.includes(login)) continue;
      const absentPath = path
        .replace(/e0284|e0001/, 'e9999')
        .replace('o001', 'o999')
        .replace('sv01', 'sv99');
      const data = await (await asker.get(dataOf(path))).text();
      const absentData = await (await asker.get(dataOf(absentPath))).text();
      expect(data).toBe(absentData.replaceAll('o999', 'o001').replaceAll('sv99', 'sv01'));
    }
  });

const dataOf = (path: string) => path.replace(/^([^?]*)/, '$1/__data.json');

test('the input of the core is nobody’s but the technical structure’s', async ({ askAs }) => {
  for (const login of LOGINS) {
    const answer = await (await askAs(login)).get('/dati/documento?anno=2025');
    expect(answer.status(), login).toBe(login === 'programmazione' ? 200 : 404);
  }
});

test('two names of an action, or a name that is none, do nothing', async ({ askAs }) => {
  const administrator = await askAs('amministratore');
  const account = await someAccount(administrator);
  for (const query of ['?/endSessions&/disable', '?/nonEsiste', '', '?/', '?/__proto__', '?/constructor'])
    expect((await send(administrator, `/amministrazione/utenti/${account}${query}`)).status(), query).toBe(
      404,
    );
});

test('the lists show only whom one may find', async ({ askAs }) => {
  const shown = async (login: Login) =>
    /(\d+) person[ae]</.exec(await (await (await askAs(login)).get('/persone')).text())?.[1];
  expect(await shown('eq')).toBe('19');
  expect(await shown('dirigente')).toBe('52');
  const asker = await askAs('eq');
  expect(await (await asker.get('/persone?cerca=arpeggio')).text()).not.toContain('lorenzo.arpeggio');
});

test('another’s session cannot be ended', async ({ askAs }) => {
  const asker = await askAs('eq');
  const other = await askAs('sindaco');
  const html = await (await other.get('/profilo/accessi')).text();
  const [, session = ''] = /name="session" value="([0-9a-f]{64})"/.exec(html) ?? [];
  expect(session).not.toBe('');
  const answers = [
    await send(asker, '/profilo/accessi?/end', { session }),
    await send(asker, '/profilo/accessi?/end', { session: 'f'.repeat(64) }),
  ];
  expect(answers.map((answer) => [answer.status(), wayOn(answer)])).toEqual([
    [303, '/profilo/accessi'],
    [303, '/profilo/accessi'],
  ]);
  expect((await other.get('/profilo')).status()).toBe(200);
});
