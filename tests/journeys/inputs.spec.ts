import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { compute } from '../../src/core/compute.ts';
import { checkInput } from '../../src/core/cycle/check.ts';
import { output } from '../../src/core/cycle/output.ts';
import { listOf } from '../../src/lib/server/lists/catalogue.ts';
import type { Cells } from '../../src/lib/server/lists/definition.ts';
import type { ListId } from '../../src/lib/server/lists/list-ids.ts';
import { EXAMPLE, fileOf, RECORDS, type Format } from '../inputs/body-files.ts';
import { OWN_PASSWORD } from '../portal/accounts.ts';
import { expectGoodLooks } from '../portal/accessibility.ts';
import { complaintsOf } from '../portal/complaints.ts';
import { accordo, startPortal, type RunningPortal } from '../portal/portal-process.ts';
import { freeAddress } from '../portal/servers.ts';
import { authenticatorCode, givePassword } from '../portal/sign-in.ts';
import { expect, test } from '../portal/test.ts';

// From an empty body to the input of the example, with nothing but the pages and the spreadsheets of the offices.

const FOLDER = 'inputs';
const PASSWORD = 'la tavola armonica';
const ADMINISTRATOR = ['Comune di Prova', 'Prima', 'Persona', 'prima@comune.example', 'prima.persona'];

/** The direction whose own figures are typed in; its people, services and objectives come from the spreadsheets. */
const BY_HAND = 'd09';
const UNITS = ['d09', 's25', 's26', 'o14', 'o15'];
const TYPED: readonly ListId[] = [
  'guidelines',
  'managerialAwards',
  'trainingDelivery',
  'paymentTimes',
  'transparency',
];
const services = new Set(
  RECORDS.get('services')!.flatMap(({ id, unitId }) => (UNITS.includes(unitId!) ? [id] : [])),
);
const indicators = new Set(
  RECORDS.get('serviceIndicators')!.flatMap(({ id, serviceId }) => (services.has(serviceId) ? [id] : [])),
);
const staff = new Set(
  [...EXAMPLE.employees, ...EXAMPLE.eqHolders].flatMap(({ id, direction }) =>
    direction === BY_HAND ? [id] : [],
  ),
);
const isTyped = (list: ListId) => (record: Cells) => {
  if (list === 'indicatorResults') return indicators.has(record.indicatorId);
  if (list === 'trainingHours') return staff.has(record.personId!);
  return TYPED.includes(list) && record.unitId === BY_HAND;
};

/** Whose preview is looked at, for all. */
const LOOKED_AT: ListId = 'residuals';

const FORMATS: readonly Format[] = ['xlsx', 'ods', 'csv'];

let portal: RunningPortal;
test.beforeAll(async () => {
  await accordo(['init'], FOLDER, [...ADMINISTRATOR, PASSWORD, PASSWORD]);
  portal = await startPortal(await freeAddress(), FOLDER);
});
test.afterAll(async () => {
  await portal.stop();
});

async function setUpSecondFactor(page: Page): Promise<void> {
  const secret = await page.locator('ol code').innerText();
  await page.getByLabel('Codice', { exact: true }).fill(authenticatorCode(secret));
  await page.getByRole('button', { name: 'Attiva' }).click();
  await page.getByRole('main').getByRole('link', { name: 'Continua' }).click();
}

/** The administrator enters a person by hand, makes an account and gives it the roles of the offices. */
async function makeTester(administrator: Page): Promise<string> {
  await administrator.goto('/accesso');
  await givePassword(administrator, 'prima.persona', PASSWORD);
  await setUpSecondFactor(administrator);
  await administrator.goto('/dati/people/nuova');
  await fill(administrator, 'people', { id: 'prova', familyName: 'Prova', givenName: 'Tea' });
  await administrator.goto('/amministrazione/utenti/nuovo?cerca=prova');
  await administrator.getByLabel('Nome utente').fill('tea.prova');
  await administrator.getByRole('button', { name: 'Crea l’utente' }).click();
  const password = await administrator.getByRole('status').locator('code').innerText();
  await administrator.getByRole('link', { name: 'Apri l’utente' }).click();
  for (const role of ['technicalStructure', 'humanResources', 'evaluationBoard']) {
    await administrator.getByLabel('Nuovo ruolo').selectOption(role);
    await administrator.getByRole('button', { name: 'Dai il ruolo' }).click();
    await expect(administrator.getByRole('status')).toBeVisible();
  }
  return password;
}

async function signInFirst(page: Page, password: string): Promise<void> {
  await page.goto('/accesso');
  await givePassword(page, 'tea.prova', password);
  await page.getByLabel('Nuova password', { exact: true }).fill(OWN_PASSWORD);
  await page.getByLabel('Di nuovo la nuova password').fill(OWN_PASSWORD);
  await page.getByRole('button', { name: 'Imposta la password' }).click();
  await setUpSecondFactor(page);
}

/** Types a record into its form and saves it. */
async function fill(page: Page, list: ListId, record: Cells): Promise<void> {
  for (const { key, kind } of listOf(list)!.columns) {
    const value = record[key] ?? null;
    if (value === null) continue;
    const field = page.locator(`main [name="${key}"]`);
    const isSelect = await field.evaluate((element) => element.tagName === 'SELECT');
    if (isSelect) await field.selectOption(value);
    else await field.fill(kind === 'decimal' ? value.replace('.', ',') : value);
  }
  await page.getByRole('button', { name: 'Salva' }).click();
  await expect(page.getByRole('status')).toContainText('Salvato');
}

/** Columns of words among those of numbers. */
const TEXTS: readonly string[] = ['note', 'exemption'];

/** Types many records into the rows of a page and saves them together. */
async function fillRows(
  page: Page,
  path: string,
  columns: readonly string[],
  records: readonly Cells[],
  row: string,
): Promise<void> {
  await page.goto(path);
  for (const record of records)
    for (const column of columns) {
      const value = record[column] ?? null;
      if (value !== null)
        await page
          .locator(`[name="${column}.${record[row]!}"]`)
          .fill(TEXTS.includes(column) ? value : value.replace('.', ','));
    }
  await page
    .locator(`form:has([name="${columns[0]!}.${records[0]![row]!}"])`)
    .getByRole('button', { name: 'Salva' })
    .click();
  await expect(page.getByRole('status').first()).toContainText(/salvat/i);
}

/** Brings a spreadsheet: reads what it would change, and applies it. */
async function bring(page: Page, list: ListId, records: readonly Cells[], format: Format): Promise<void> {
  await page.goto(`/dati/${list}/importa?anno=2025`);
  await page.getByLabel('Foglio di calcolo').setInputFiles({
    name: `${list}.${format}`,
    mimeType: 'application/octet-stream',
    buffer: await fileOf(list, records, format),
  });
  await page.getByRole('button', { name: 'Leggi il file' }).click();
  const apply = page.getByRole('button', { name: 'Applica tutto' });
  await expect(apply.or(page.getByRole('table', { name: 'Errori' })), list).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('table', { name: 'Errori' }), list).toHaveCount(0);
  const count = records.length.toLocaleString('it-IT', { useGrouping: 'always' });
  await expect(page.locator('dl.counts')).toContainText(`Nuove ${count} `);
  if (list === LOOKED_AT) {
    await expectGoodLooks(page, 'what a file would change');
    await page.setViewportSize({ width: 1280, height: 800 });
  }
  await apply.click();
  await expect(page.getByRole('status'), list).toContainText('Tutte le righe sono scritte', {
    timeout: 60_000,
  });
}

test('a tester builds the year of the example from nothing, by spreadsheets and by hand, and the core comes to the same', async ({
  openAs,
}) => {
  test.setTimeout(300_000);
  const administrator = await openAs(null, { baseURL: portal.address });
  const password = await makeTester(administrator);

  const page = await openAs(null, { baseURL: portal.address });
  const complaints = complaintsOf(page, portal.address);
  await signInFirst(page, password);
  await page.goto('/dati');
  await page.getByRole('link', { name: 'Apri il ciclo di un anno' }).click();
  await page.getByLabel('Anno').fill('2025');
  await page.getByRole('button', { name: 'Apri il ciclo' }).click();
  await expect(page.getByRole('status')).toContainText('Il ciclo del 2025 è aperto');

  let at = 0;
  for (const [list, records] of RECORDS) {
    const typed = isTyped(list);
    const brought = records.filter((record) => !typed(record));
    if (brought.length > 0) await bring(page, list, brought, FORMATS[at++ % FORMATS.length]!);
  }

  // Before the rest is typed in, the page says what is missing.
  await page.goto('/dati/mancanti?anno=2025');
  for (const what of ['SET-A', 'MAN-1', 'SET-D2', 'PEN-P', 'PEN-T'])
    await expect(page.getByRole('row').filter({ hasText: what })).toHaveCount(1);
  for (const list of TYPED)
    for (const record of RECORDS.get(list)!.filter(isTyped(list))) {
      await page.goto(`/dati/${list}/nuova?anno=2025`);
      await fill(page, list, record);
    }
  await fillRows(
    page,
    `/servizi/griglia?anno=2025&direzione=${BY_HAND}`,
    ['standard', 'changedStandard', 'value', 'note'],
    RECORDS.get('indicatorResults')!.filter(isTyped('indicatorResults')),
    'indicatorId',
  );
  await fillRows(
    page,
    `/formazione?anno=2025&direzione=${BY_HAND}`,
    ['hours', 'days', 'exemption'],
    RECORDS.get('trainingHours')!.filter(isTyped('trainingHours')),
    'personId',
  );
  await page.goto('/dati/mancanti?anno=2025');
  await expect(page.getByRole('main')).toContainText('Non manca niente');

  await page.goto('/dati?anno=2025');
  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name: /Scarica i dati per il calcolo/ }).click();
  const document: unknown = JSON.parse(await readFile(await (await waiting).path(), 'utf8'));
  expect(resultOf(document)).toEqual(resultOf(EXAMPLE));
  expect(complaints).toEqual([]);
});

function resultOf(document: unknown) {
  const checked = checkInput(document);
  if (!checked.ok) throw new Error(JSON.stringify(checked.faults.slice(0, 5)));
  return output(compute(checked.input, checked.regulation));
}
