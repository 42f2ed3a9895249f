import { freeAddress } from '../portal/servers.ts';
import { startPortal } from '../portal/portal-process.ts';
import { complaintsOf } from '../portal/complaints.ts';
import { PASSWORD } from '../portal/people.ts';
import { sendPassword, signIn } from '../portal/sign-in.ts';
import { expect, test } from '../portal/test.ts';

const EVERY_ANSWER = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** Of a page: from the portal alone, scripts only with the nonce, framed by nobody. */
function expectStrict(policy: string) {
  const directives = new Map(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources];
    }),
  );
  const hash = /^'sha256-[\w+/=]{44}'$/;
  expect(directives.get('default-src')).toEqual(["'self'"]);
  expect(directives.get('script-src')?.[0]).toBe("'self'");
  expect(directives.get('script-src')?.slice(1)).toEqual([expect.stringMatching(/^'nonce-[\w+/=]{24}'$/)]);
  expect(directives.get('style-src')?.filter((source) => !source.startsWith("'nonce-"))).toEqual(["'self'"]);
  for (const name of ['object-src', 'frame-src', 'frame-ancestors', 'base-uri'])
    expect(directives.get(name), name).toEqual(["'none'"]);
  expect(directives.get('form-action')).toEqual(["'self'"]);
  for (const [name, sources] of directives)
    for (const source of sources)
      expect(
        ["'self'", "'none'", 'data:', "'unsafe-hashes'"].includes(source) ||
          hash.test(source) ||
          source.startsWith("'nonce-"),
        `${name} ${source}`,
      ).toBe(true);
}

test('every page carries the headers and a strict policy; nothing of it is kept', async ({ askAs }) => {
  const asker = await askAs('amministratore');
  const nonces = new Set<string>();
  const pages = [
    '/',
    '/accesso/recupero',
    '/aiuto',
    '/profilo',
    '/persone',
    '/amministrazione/registro',
    '/non-esiste',
  ];
  for (const path of pages) {
    const answer = await asker.get(path);
    const headers = answer.headers();
    expect(headers, path).toMatchObject({ ...EVERY_ANSWER, 'cache-control': 'no-store' });
    expect(headers).not.toHaveProperty('strict-transport-security');
    expect(headers).not.toHaveProperty('server');
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('x-sveltekit-page');
    const policy = headers['content-security-policy'] ?? '';
    expectStrict(policy);
    const html = await answer.text();
    const nonce = /'nonce-([^']+)'/.exec(policy)![1]!;
    nonces.add(nonce);
    expect(html.match(/<script(?! nonce=)/g), path).toBeNull();
    expect(html.match(/ on[a-z]+="/g), path).toBeNull();
    // The one that SvelteKit's announcer has, whose digest the policy names, comes with the script.
    expect(html.match(/ style="/g), path).toBeNull();
    expect(
      html.match(/(src|href|action)="(https?:)?\/\/[^"]*"/g)?.filter((link) => !link.startsWith('href')) ??
        [],
    ).toEqual([]);
  }
  expect(nonces.size, 'a nonce for each page').toBe(pages.length);
});

test('what is no page carries them too: files, data, refusals', async ({ askAs }) => {
  const asker = await askAs('dipendente');
  const html = await (await asker.get('/')).text();
  const [, style = ''] = /href="(\/_app\/immutable\/[^"]+\.css)"/.exec(html) ?? [];
  const [, script = ''] = /import\("(\/_app\/immutable\/[^"]+\.js)"\)/.exec(html) ?? [];
  const files: [string, number, RegExp][] = [
    [style, 200, /immutable/],
    [script, 200, /immutable/],
    ['/favicon.svg', 200, /^no-cache$/],
    ['/profilo/__data.json', 200, /^(private, )?no-store$/],
    ['/persone/e0001/__data.json', 404, /no-store/],
    ['/%', 400, /no-store/],
    ['/_app/immutable/non-esiste.js', 404, /./],
  ];
  for (const [path, status, caching] of files) {
    const answer = await asker.get(path);
    expect(answer.status(), path).toBe(status);
    expect(answer.headers(), path).toMatchObject(EVERY_ANSWER);
    expect(answer.headers()['cache-control'], path).toMatch(caching);
    expect(answer.headers()['content-security-policy'], path).toContain("frame-ancestors 'none'");
  }
  const foreign = await asker.post('/preferenze', {
    form: { locale: 'en' },
    headers: { origin: 'https://altrove.example' },
  });
  expect(foreign.status()).toBe(403);
  expect(foreign.headers()).toMatchObject({ ...EVERY_ANSWER, 'cache-control': 'no-store' });
});

test('the browser runs no script that somebody else wrote into a page', async ({ openAs, baseURL }) => {
  const page = await openAs('segretario');
  const complaints = complaintsOf(page, baseURL!);
  await page.goto(
    '/persone?cerca=%22%3E%3Cscript%3Edocument.title%3D%22preso%22%3C%2Fscript%3E%3Cimg+src%3Dx+onerror%3Dalert(1)%3E',
  );
  await page.waitForLoadState('networkidle');
  await expect(page).toHaveTitle('Persone – Accordo');
  expect(complaints).toEqual([]);
  await page.goto('/accesso/identita/ritorno?code=x&state=%3Cscript%3E');
  expect(complaints.filter((complaint) => !complaint.includes('404'))).toEqual([]);
});

test('no other site can show the portal in a frame', async ({ page, baseURL }) => {
  await page.route('https://altrove.example/', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<iframe src="${baseURL}/"></iframe>` }),
  );
  await page.goto('https://altrove.example/');
  await page.waitForLoadState('networkidle');
  const frame = page.frames()[1];
  expect(
    (await frame
      ?.locator('body')
      .innerText()
      .catch(() => '')) ?? '',
  ).not.toContain('Accordo');
});

test('the session’s cookie is out of the reach of scripts and of other sites', async ({ page, baseURL }) => {
  await signIn(page, 'sindaco');
  const cookies = await page.context().cookies();
  expect(cookies.find(({ name }) => name === 'accordo-session')).toMatchObject({
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    expires: -1,
    domain: new URL(baseURL!).hostname,
  });
  expect(await page.evaluate(() => document.cookie)).toBe('');
});

test.describe('behind TLS', () => {
  const ORIGIN = 'https://accordo.comune.example';
  let portal: Awaited<ReturnType<typeof startPortal>>;

  test.beforeAll(async () => {
    portal = await startPortal(await freeAddress(), 'tls', { ORIGIN });
  });
  test.afterAll(() => portal.stop());

  test('browsers are told to come with https only, and cookies are for this host alone', async ({
    askAs,
  }) => {
    const asker = await askAs(null, { origin: portal.address });
    for (const path of ['/', '/favicon.svg', '/non-esiste', '/%'])
      expect((await asker.get(path)).headers()['strict-transport-security'], path).toMatch(/^max-age=\d{8}/);

    const headers = { origin: ORIGIN };
    const signedIn = await asker.post('/accesso', { form: { login: 'eq', password: PASSWORD }, headers });
    expect(signedIn.status()).toBe(303);
    const [cookie = ''] = signedIn
      .headersArray()
      .flatMap(({ name, value }) => (name.toLowerCase() === 'set-cookie' ? [value] : []));
    expect(cookie).toMatch(/^__Host-accordo-session=[\w-]{43};/);
    for (const attribute of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax'])
      expect(cookie).toContain(attribute);
    expect(cookie).not.toMatch(/Domain|Expires|Max-Age/i);
    const [pair = ''] = cookie.split(';');
    const home = await asker.get('/profilo', { headers: { cookie: pair } });
    expect(await home.text()).toContain('Lucia Mediante');
    // The same token under the name of a portal without TLS opens nothing.
    const renamed = await asker.get('/profilo', { headers: { cookie: pair.replace('__Host-', '') } });
    expect(renamed.status()).toBe(303);

    const chosen = await asker.post('/preferenze', { form: { locale: 'en' }, headers });
    expect(chosen.headers()['set-cookie']).toMatch(
      /^__Host-accordo-locale=en;.*HttpOnly; Secure; SameSite=Lax/,
    );
    // The address by which this machine reaches the portal is not the portal's.
    expect((await sendPassword(asker, 'eq', PASSWORD)).status()).toBe(403);
  });
});
