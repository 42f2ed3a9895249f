import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { PASSWORD } from '../portal/people.ts';
import { startPortal } from '../portal/portal-process.ts';
import { freeAddress, FOLDER } from '../portal/servers.ts';
import { sendPassword } from '../portal/sign-in.ts';
import { expect, test } from '../portal/test.ts';

/** What a client must never be told: where in the code, and what the portal is made of. */
const INSIDE =
  /node_modules|node:|\.(js|ts|mjs|svelte):\d+|\bat \w+.*\(|SQLITE|drizzle|sveltekit\/|\/work\/|\/home\//i;

const FORMS = [
  '/preferenze',
  '/uscita',
  '/scadenze',
  '/profilo/accessi?/endOthers',
  '/amministrazione/utenti/nuovo',
];

test('a form that no page of the portal sent is refused, and does nothing', async ({
  askAs,
  playwright,
  baseURL,
}) => {
  const asker = await askAs('amministratore');
  const form = { locale: 'en', theme: 'dark', person: 'e0020', login: 'da-altrove', year: '2031' };
  const origins = [
    'https://altrove.example',
    'null',
    `${baseURL}.example`,
    baseURL!.replace('http:', 'https:'),
    '',
  ];
  for (const path of FORMS)
    for (const origin of origins) {
      const answer = await asker.post(path, { form, headers: { origin } });
      expect(answer.status(), `${path} from «${origin}»`).toBe(403);
      expect(answer.headers()['set-cookie']).toBeUndefined();
      expect(await answer.text()).not.toMatch(INSIDE);
    }
  const { cookies } = await asker.storageState();
  const withoutOrigin = await playwright.request.newContext({
    baseURL: baseURL!,
    storageState: { cookies, origins: [] },
  });
  for (const path of FORMS)
    expect((await withoutOrigin.post(path, { form, maxRedirects: 0 })).status(), path).toBe(403);
  await withoutOrigin.dispose();

  for (const type of ['text/plain', 'application/json', 'text/plain; application/x-www-form-urlencoded', ''])
    for (const path of FORMS) {
      const answer = await asker.post(path, {
        data: Buffer.from('locale=en&login=da-altrove&person=e0020'),
        headers: { 'content-type': type },
      });
      expect(answer.status(), `${path} as «${type}»`).toBe(403);
    }
  for (const method of ['PUT', 'PATCH', 'DELETE'])
    expect((await asker.fetch('/preferenze', { method, form })).status(), method).toBeGreaterThanOrEqual(403);

  // Still signed in, and no account was made.
  expect(await (await asker.get('/amministrazione/utenti?cerca=da-altrove')).text()).toContain(
    'Nessun utente corrisponde',
  );
});

test('a link cannot sign anybody out, and an action is not for GET', async ({ askAs }) => {
  const asker = await askAs('sindaco');
  for (const path of ['/uscita', '/preferenze?locale=en']) expect((await asker.get(path)).status()).toBe(404);
  await asker.get('/profilo/accessi?/endOthers');
  expect((await asker.get('/profilo')).status()).toBe(200);
});

test('what is too large is refused before it is read to the end', async ({ askAs, baseURL }) => {
  const asker = await askAs(null);
  const large = await asker.post('/accesso', { form: { login: 'x'.repeat(600_000), password: 'y' } });
  expect(large.status()).toBe(413);
  expect(await large.text()).toContain('troppo grande');

  // Without a length, in pieces.
  const status = await new Promise<number>((resolve, reject) => {
    const sent = httpRequest(
      `${baseURL}/accesso`,
      { method: 'POST', headers: { origin: baseURL!, 'content-type': 'application/x-www-form-urlencoded' } },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode!);
      },
    );
    // The portal may have hung up before the last piece was sent.
    sent.on('error', (error) => {
      if (!('code' in error && error.code === 'EPIPE')) reject(error);
    });
    for (let pieces = 0; pieces < 10; pieces += 1) sent.write('a'.repeat(100_000));
    sent.end();
  });
  expect(status).toBe(411);

  const manyHeaders = await asker.get('/', { headers: { cookie: `a=${'b'.repeat(20_000)}` } });
  expect(manyHeaders.status()).toBe(431);
});

test('what is broken is refused in words, without a look inside', async ({ askAs, baseURL }) => {
  const asker = await askAs('programmazione');
  const odd: [string, number][] = [
    ['/%', 400],
    ['/persone/%ff', 400],
    ['/persone/%00', 404],
    ['/persone/..%2f..%2fetc%2fpasswd', 404],
    ['/persone?pagina=1e300', 200],
    ['/persone?pagina=-1', 200],
    ['/persone?pagina=99999999999999999999', 200],
    ['/persone?cerca=%00%F0%9F%8E%BB%25_', 200],
    ['/profilo/registro?prima=1e999', 200],
    ['/profilo/registro?prima=NaN', 200],
    ['/organizzazione?giorno=9999-99-99', 200],
    ['/_app/', 404],
    ['/persone/', 308],
  ];
  for (const [path, status] of odd) {
    const answer = await asker.get(path);
    expect(answer.status(), path).toBe(status);
    expect(await answer.text(), path).not.toMatch(INSIDE);
  }
  for (const method of ['PUT', 'DELETE', 'OPTIONS', 'PROPFIND']) {
    const answer = await asker.fetch('/scadenze', { method });
    expect([403, 404, 405], method).toContain(answer.status());
    expect(await answer.text()).not.toMatch(INSIDE);
  }

  const { hostname, port } = new URL(baseURL!);
  for (const raw of [
    'GARBAGE\r\n\r\n',
    'GET http://altrove.example/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  ]) {
    const socket = connect(Number(port), hostname);
    socket.write(raw);
    const answer = await text(socket);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer.toLowerCase()).toContain('x-content-type-options: nosniff');
    expect(answer).not.toMatch(INSIDE);
  }
});

test('when the portal itself fails, the person gets words and a code, the log the reason', async ({
  openAs,
  askAs,
}) => {
  const portal = await startPortal(await freeAddress(), 'failing');
  try {
    const asker = await askAs(null, { origin: portal.address });
    await sendPassword(asker, 'dipendente', PASSWORD);
    const database = new DatabaseSync(join(FOLDER, 'failing', 'accordo.sqlite'));
    database.exec('DROP TABLE cycle_phase');
    database.close();

    const page = await openAs(null, { storageState: await asker.storageState() });
    const answer = await page.goto(`${portal.address}/scadenze`);
    expect(answer?.status()).toBe(500);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Qualcosa non ha funzionato');
    const code = await page.getByRole('main').locator('strong').innerText();
    expect(code).toMatch(/^[a-z2-9]{8}$/);
    expect(await answer?.text()).not.toMatch(INSIDE);
    const data = await asker.get('/scadenze/__data.json');
    expect(await data.text()).not.toMatch(INSIDE);

    const line = portal
      .log()
      .split('\n')
      .find((line) => line.includes(code));
    expect(JSON.parse(line!)).toMatchObject({
      status: 500,
      route: '/scadenze',
      message: expect.stringContaining('cycle_phase'),
    });
    expect(portal.log()).not.toContain('Fortepiano');
  } finally {
    await portal.stop();
  }
});
