import type { APIRequestContext, Page, Response } from '@playwright/test';
import { makeAccount, takeOver } from '../portal/accounts.ts';
import { expectGoodLooks, OTHER_LOOKS } from '../portal/accessibility.ts';
import { complaintsOf } from '../portal/complaints.ts';
import { expectNoItalian } from '../portal/language.ts';
import { startPortal, type RunningPortal } from '../portal/portal-process.ts';
import { freeAddress } from '../portal/servers.ts';
import { signIn, signInOverHttp } from '../portal/sign-in.ts';
import { expect, test } from '../portal/test.ts';
import { ballot, base64url, blind, importKey } from '../survey/voter.ts';

// A survey from the plan to the executive's sheet, in a portal of its own: an open survey changes everybody's home.

const TITLE = 'Sondaggio sui dirigenti';
const DIRECTION = 'd04';
/** What the voting page may weigh: a phone on a slow network has it in a second or two. */
const MOST_BYTES = 120_000;
/** Of the direction of the demo's employee, beside this one. */
const COLLEAGUES = ['e0285', 'e0286', 'e0287', 'e0288', 'e0289'];
/** Eight answers each; with the employee's, who gives 4 to all, the mean of the direction is 3.50. */
const ANSWERS = [3, 3, 3, 4, 4];

interface CurrentFace {
  readonly campaign: string;
  readonly directions: readonly { readonly id: string; readonly publicKey: string }[];
}

/** A colleague fetches a credential, signed in, and votes without a cookie, as the voting page does. */
async function vote(signedIn: APIRequestContext, anonymous: APIRequestContext, answer: number) {
  const { campaign, directions } = (await (await anonymous.get('/api/survey/current')).json()) as CurrentFace;
  const key = await importKey(directions.find(({ id }) => id === DIRECTION)!.publicKey);
  const drawn = await blind(key);
  const given = await signedIn.post(`/api/survey/${campaign}/credential`, {
    data: { blindedMessage: base64url(drawn.blinded) },
  });
  expect(given.status()).toBe(200);
  const { direction, blindSignature } = (await given.json()) as Record<string, string>;
  const sent = await ballot(key, direction!, drawn, blindSignature!, Array<number>(8).fill(answer));
  expect((await anonymous.post(`/api/survey/${campaign}/response`, { data: sent })).status()).toBe(201);
}

async function confirmStep(page: Page, name: RegExp, button: string) {
  const step = page.getByRole('region', { name });
  await step.getByRole('checkbox').check();
  await step.getByRole('button', { name: button }).click();
}

async function expectMan4(page: Page, points: string) {
  const item = new RegExp(`MAN-4 Capacità di motivazione dei collaboratori\\s*${points} punti`);
  await expect(page.getByRole('main')).toContainText(item);
}

/** Adds up what a page with an empty cache loads, headers included, in bytes. */
function transfersOf(page: Page): () => Promise<number> {
  const answers: Response[] = [];
  page.on('response', (answer) => answers.push(answer));
  return async () => {
    const sizes = await Promise.all(answers.map((answer) => answer.request().sizes()));
    const bytes = sizes.reduce(
      (sum, { responseBodySize, responseHeadersSize }) => sum + responseBodySize + responseHeadersSize,
      0,
    );
    return bytes;
  };
}

/** That a page is accessible and fits; afterwards it is wide again. */
async function good(page: Page, about: string) {
  await expectGoodLooks(page, about);
  await page.setViewportSize({ width: 1280, height: 800 });
}

let portal: RunningPortal;
test.beforeAll(async () => {
  portal = await startPortal(await freeAddress(), 'survey');
});
test.afterAll(async () => {
  await portal.stop();
});

test('a survey is planned, opened, answered on a phone, closed, published, and decides MAN-4', async ({
  openAs,
  askAs,
}) => {
  test.setTimeout(240_000);
  const origin = portal.address;
  const manager = await openAs(null, { baseURL: origin });
  const complaints = complaintsOf(manager, origin);
  await signIn(manager, 'programmazione');

  await manager.goto(`/risultati/direzioni/${DIRECTION}`);
  await expectMan4(manager, '3,30');
  await manager.goto('/sondaggi/nuovo');
  await manager.getByLabel('Titolo').fill(TITLE);
  await manager.getByLabel('Anno di riferimento').fill('2025');
  await manager.getByLabel('Data di riferimento').fill('2025-12-31');
  await manager.getByLabel('Ultimo giorno').fill('2099-12-31');
  await good(manager, 'the plan');
  await manager.getByRole('button', { name: 'Salva la preparazione' }).click();
  await expect(manager.getByRole('heading', { level: 1 })).toHaveText(TITLE);
  await good(manager, 'the draft');
  await confirmStep(manager, /^Apri/, 'Apri');
  await expect(manager.getByRole('heading', { name: /^Chiudi/ })).toBeVisible({ timeout: 60_000 });
  const campaign = manager.url().replace(/\?.*/, '');
  await good(manager, 'the open survey');
  for (const path of ['invitati', 'posta', 'locandina']) {
    await manager.goto(`${campaign}/${path}`);
    await expect(manager.getByRole('heading', { level: 1 })).toBeVisible();
    await good(manager, path);
  }

  let receipt = '';
  await test.step('an employee votes on a phone', async () => {
    const employee = await askAs(null, { origin });
    await signInOverHttp(employee, 'dipendente');
    expect(await (await employee.get('/')).text()).toContain(`Rispondi al sondaggio: ${TITLE}`);
    const storageState = await employee.storageState();
    const phone = await openAs(null, {
      baseURL: origin,
      viewport: { width: 360, height: 740 },
      storageState,
    });
    const said = complaintsOf(phone, origin);
    const transferred = transfersOf(phone);
    await phone.goto('/sondaggio');
    await expect(phone.getByRole('heading', { name: 'Quanto sei d’accordo?' })).toBeVisible();
    expect(await transferred()).toBeLessThanOrEqual(MOST_BYTES);
    await expectGoodLooks(phone, 'the statements');
    await phone.setViewportSize({ width: 360, height: 740 });
    for (const statement of await phone.locator('main fieldset').all())
      await statement.getByRole('radio').nth(3).check();
    await phone.getByRole('button', { name: 'Rivedi le risposte' }).click();
    await expect(phone.getByRole('heading', { name: 'Rivedi le tue risposte' })).toBeVisible();
    await phone.getByRole('button', { name: 'Invia', exact: true }).click();
    await phone.getByRole('button', { name: 'Invia subito' }).click();
    await expect(phone.getByRole('heading', { name: 'Il tuo voto è contato' })).toBeVisible();
    receipt = await phone
      .getByRole('main')
      .getByText(/^(\w{4}-){3}\w{4}$/)
      .innerText();
    await expectGoodLooks(phone, 'the receipt');
    expect(said).toEqual([]);
  });

  const administrator = await askAs(null, { origin });
  await signInOverHttp(administrator, 'amministratore');
  const anonymous = await askAs(null, { origin });
  for (const [at, person] of COLLEAGUES.entries()) {
    const colleague = await askAs(null, { origin });
    await takeOver(colleague, await makeAccount(administrator, person));
    await vote(colleague, anonymous, ANSWERS[at]!);
  }

  await manager.goto(campaign);
  await confirmStep(manager, /^Chiudi/, 'Chiudi');
  await expect(manager.getByRole('heading', { name: 'Pubblica i risultati' })).toBeVisible({
    timeout: 60_000,
  });
  await good(manager, 'the closed survey');
  await confirmStep(manager, /^Pubblica/, 'Pubblica ora');
  await expect(manager.getByText('I risultati sono pubblicati.')).toBeVisible();

  await manager.goto(`${campaign}/risultati`);
  const rowOf = (direction: string) => manager.getByRole('row').filter({ hasText: direction });
  await expect(rowOf('Cultura e Turismo')).toContainText('3,50');
  await expect(rowOf('Polizia Locale')).toContainText('Nessuna risposta.');
  await good(manager, 'the results');

  const executive = await openAs(null, { baseURL: origin });
  await signIn(executive, 'dirigente');
  await executive.getByRole('link', { name: /^Leggi il risultato del sondaggio/ }).click();
  await expect(executive.getByText('3,50').first()).toBeVisible();
  await good(executive, 'the results of a direction');
  await executive.goto(`/risultati/direzioni/${DIRECTION}`);
  await expectMan4(executive, '3,50');

  const passerBy = await openAs(null, { baseURL: origin });
  await passerBy.goto('/sondaggio/bacheca');
  await expect(passerBy.getByText(receipt)).toBeVisible();
  await good(passerBy, 'the board');
  await passerBy.goto('/sondaggio/anonimato');
  await good(passerBy, 'how the anonymity works');

  await manager.context().addCookies([{ name: 'accordo-locale', value: 'en', url: origin }]);
  const pages = [
    '/sondaggi',
    '/sondaggi/nuovo',
    '/sondaggi/anni-precedenti',
    '/sondaggio',
    '/sondaggio/bacheca',
  ];
  const own = ['', '/invitati', '/posta', '/risultati', `/risultati/${DIRECTION}`].map(
    (path) => campaign + path,
  );
  for (const path of [...pages, '/sondaggio/anonimato', ...own]) {
    await manager.goto(path);
    await expect(manager.locator('html')).toHaveAttribute('lang', 'en');
    await expectNoItalian(manager, path);
    await expectGoodLooks(manager, `${path} in English`, OTHER_LOOKS);
  }
  expect(complaints).toEqual([]);
});
