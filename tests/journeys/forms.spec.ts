import type { Page } from '@playwright/test';
import { makeAccount, OWN_PASSWORD, takeOver } from '../portal/accounts.ts';
import { PASSWORD } from '../portal/people.ts';
import { authenticatorCode, givePassword } from '../portal/sign-in.ts';
import { expect, test } from '../portal/test.ts';

// What is wrong is said at the field, what was typed stays, and nothing is half done. All forms work without a script,
// where the browser does no more than send them and show the answer.

/** That the field says what is wrong, and the summary above leads to it. */
async function expectFault(page: Page, label: string, message: string) {
  const field = page.getByLabel(label, { exact: true });
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toHaveAccessibleDescription(new RegExp(message.replaceAll(/[.?()+]/g, '\\$&')));
  const link = page.getByRole('alert').getByRole('link', { name: message });
  await expect(link).toHaveAttribute('href', `#${await field.getAttribute('id')}`);
}

test('what is typed before the scripts have come stays', async ({ openAs }) => {
  const page = await openAs(null);
  const scripts = Promise.withResolvers<null>();
  await page.route('**/*.js', async (route) => {
    await scripts.promise;
    await route.continue();
  });
  await page.goto('/accesso', { waitUntil: 'commit' });
  await page.getByLabel('Nome utente').fill('sindaco');
  await page.getByLabel('Password').fill(PASSWORD);
  scripts.resolve(null);
  await page.waitForLoadState('networkidle');
  await expect(page.getByLabel('Nome utente')).toHaveValue('sindaco');
  await expect(page.getByLabel('Password')).toHaveValue(PASSWORD);
});

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with a script' : 'without a script', () => {
    const options = { javaScriptEnabled };

    test('sign-in', async ({ openAs }) => {
      const page = await openAs(null, options);
      await page.goto('/accesso?dopo=/scadenze');
      await givePassword(page, '', '');
      await expectFault(page, 'Nome utente', 'Scrivi il nome utente e la password.');
      await givePassword(page, 'Tizio', '');
      await expectFault(page, 'Password', 'Scrivi il nome utente e la password.');
      await expect(page.getByLabel('Nome utente')).toHaveValue('Tizio');

      await givePassword(page, 'sindaco', 'non è questa');
      await expect(page.getByRole('alert')).toContainText('Il nome utente o la password non sono giusti.');
      await expect(page.getByLabel('Nome utente')).toHaveValue('sindaco');
      await expect(page.getByLabel('Password')).toHaveValue('');
      await givePassword(page, ' SINDACO ', PASSWORD);
      await expect(page).toHaveURL('/scadenze');
    });

    test('deadlines', async ({ openAs }) => {
      const page = await openAs('programmazione', options);
      await page.goto('/scadenze');
      const phase = (name: string) => page.getByRole('group', { name });
      const before = await phase('Obiettivi').getByLabel('Dal').inputValue();
      const survey = await phase('Sondaggio').getByLabel('Al', { exact: true }).inputValue();
      await phase('Obiettivi')
        .getByLabel('Dal')
        .fill(await phase('Pubblicazione').getByLabel('Dal').inputValue());
      const early = await phase('Apertura').getByLabel('Dal').inputValue();
      await phase('Obiettivi').getByLabel('Al', { exact: true }).fill(early);
      await phase('Sondaggio').getByLabel('Al', { exact: true }).fill('');
      await page.getByRole('button', { name: 'Salva le scadenze' }).click();

      const summary = page.getByRole('alert');
      await expect(summary.getByRole('listitem')).toHaveText([
        'Scrivi tutte e due le date, o nessuna.',
        'La fase finirebbe prima di cominciare.',
        'La fase comincerebbe prima di quella che la precede.',
      ]);
      await expect(phase('Obiettivi').getByLabel('Al', { exact: true })).toHaveAccessibleDescription(
        'La fase finirebbe prima di cominciare.',
      );
      await expect(phase('Obiettivi').getByLabel('Al', { exact: true })).toHaveValue(early);
      await expect(phase('Sondaggio').getByLabel('Al', { exact: true })).toHaveValue('');
      // Nothing was saved, not even the phases that were right.
      await page.goto('/scadenze');
      await expect(phase('Obiettivi').getByLabel('Dal')).toHaveValue(before);
      await expect(phase('Sondaggio').getByLabel('Al', { exact: true })).toHaveValue(survey);

      await page.getByRole('button', { name: 'Salva le scadenze' }).click();
      await expect(page.getByRole('status')).toContainText('Le scadenze sono salvate.');
      await expect(phase('Sondaggio').getByLabel('Al', { exact: true })).toHaveValue(survey);
    });

    test('the own password', async ({ openAs, askAs }) => {
      const account = await makeAccount(await askAs('amministratore'), javaScriptEnabled ? 'e0010' : 'e0011');
      const holder = await askAs(null);
      await takeOver(holder, account);
      const page = await openAs(null, { ...options, storageState: await holder.storageState() });
      await page.goto('/profilo/password');
      const change = async (current: string, password: string, again = password) => {
        await page.getByLabel('Password attuale').fill(current);
        await page.getByLabel('Nuova password', { exact: true }).fill(password);
        await page.getByLabel('Di nuovo la nuova password').fill(again);
        await page.getByRole('button', { name: 'Imposta la password' }).click();
      };
      await change('', OWN_PASSWORD);
      await expectFault(page, 'Password attuale', 'La password attuale non è giusta.');
      await change('un’altra', 'legno di abete rosso');
      await expectFault(page, 'Password attuale', 'La password attuale non è giusta.');
      await change(OWN_PASSWORD, 'legno di abete rosso', 'legno di acero');
      await expectFault(page, 'Di nuovo la nuova password', 'Scrivi la nuova password due volte, uguale.');
      await change(OWN_PASSWORD, 'corto');
      await expectFault(page, 'Nuova password', 'È troppo corta: servono almeno 12 caratteri.');
      await change(OWN_PASSWORD, 'x'.repeat(200));
      await expectFault(page, 'Nuova password', 'È troppo lunga: al massimo 128 caratteri.');
      await change(OWN_PASSWORD, 'password comune');
      await expectFault(page, 'Nuova password', 'È facile da indovinare');
      await change(OWN_PASSWORD, OWN_PASSWORD);
      await expectFault(page, 'Nuova password', 'È la password che hai già: scegline un’altra.');
      for (const field of await page.locator('input[type=password]').all())
        await expect(field).toHaveValue('');
      await change(OWN_PASSWORD, 'legno di abete rosso');
      await expect(page.getByRole('status')).toContainText('La password è cambiata');
      await page.goto('/profilo');
      await expect(page.getByText(account.login)).toBeVisible();
    });

    // The rest is sent and shown in the same way: once is enough, and without a script it is the harder.
    if (javaScriptEnabled) return;

    test('a new account, roles, and what is done to it', async ({ openAs }) => {
      const person = 'Cadenza Greta';
      const login = 'conto-di-prova';
      const page = await openAs('amministratore', options);
      await page.goto('/amministrazione/utenti/nuovo');
      await page.getByRole('searchbox').fill(person);
      await page.getByRole('button', { name: 'Cerca' }).click();
      await page.getByLabel(/^Persona/).selectOption(
        await page
          .getByLabel(/^Persona/)
          .locator('option', { hasText: person })
          .getAttribute('value'),
      );
      await page.getByLabel('Nome utente').fill('così non va');
      await page.getByRole('button', { name: 'Crea l’utente' }).click();
      await expectFault(page, 'Nome utente', 'Il nome utente ha da 2 a 100 caratteri');
      await expect(page.getByLabel('Nome utente')).toHaveValue('così non va');
      await page.getByLabel('Nome utente').fill('dirigente');
      await page.getByRole('button', { name: 'Crea l’utente' }).click();
      await expectFault(page, 'Nome utente', 'Questo nome utente è già preso.');
      await expect(page.getByLabel(/^Persona/).locator('option:checked')).toContainText(person);
      await page.getByLabel('Nome utente').fill(login.toUpperCase());
      await page.getByRole('button', { name: 'Crea l’utente' }).click();
      await expect(page.getByRole('status').locator('code')).toHaveText(/^([0-9a-f]{6}-){3}[0-9a-f]{6}$/);

      await page.getByRole('link', { name: 'Apri l’utente' }).click();
      await expect(page.locator('.lead')).toHaveText(login);
      await page.getByLabel('Nuovo ruolo').selectOption('Sindaco e assessori');
      await page.getByLabel(/^Fino al/).fill('2020-01-01');
      await page.getByRole('button', { name: 'Dai il ruolo' }).click();
      await expect(page.getByRole('alert')).toContainText('un ultimo giorno che non sia passato');
      await expect(page.getByLabel(/^Fino al/)).toHaveValue('2020-01-01');
      await expect(page.getByLabel('Nuovo ruolo').locator('option:checked')).toHaveText(
        'Sindaco e assessori',
      );
      await expect(page.getByRole('button', { name: 'Togli il ruolo' })).toHaveCount(0);
      await page.getByLabel(/^Fino al/).fill('2099-12-31');
      await page.getByRole('button', { name: 'Dai il ruolo' }).click();
      await expect(page.getByText(/Sindaco e assessori, dal .* al 31 dicembre 2099/)).toBeVisible();
      await page.getByRole('button', { name: 'Togli il ruolo: Sindaco e assessori' }).click();
      await expect(page.getByRole('button', { name: 'Togli il ruolo' })).toHaveCount(0);

      await page.getByRole('button', { name: 'Disattiva l’utente' }).click();
      await expect(page.getByText('disattivato', { exact: true })).toBeVisible();
      await page.getByRole('button', { name: 'Riattiva l’utente' }).click();
      await expect(page.getByText('attivo', { exact: true }).first()).toBeVisible();
    });

    test('a person without an account only, and the last administrator stays', async ({ openAs, askAs }) => {
      const page = await openAs('amministratore', options);
      await page.goto('/amministrazione/utenti/nuovo?cerca=fortepiano+aurora');
      await page.getByLabel('Nome utente').fill('un-altro-nome');
      await page.getByRole('button', { name: 'Crea l’utente' }).click();
      await expect(page.getByLabel(/^Persona/)).toHaveAccessibleDescription(
        'Questa persona ha già un utente.',
      );
      await expect(page.getByLabel('Nome utente')).toHaveValue('un-altro-nome');

      await page.goto('/amministrazione/utenti?cerca=amministratore');
      await page.getByRole('link', { name: 'Arpeggio Lorenzo' }).click();
      await page.getByRole('button', { name: 'Togli il ruolo: Amministratore del sistema' }).click();
      await expect(page.getByRole('alert')).toContainText('È l’ultimo amministratore');
      await page.getByRole('button', { name: 'Disattiva l’utente' }).click();
      await expect(page.getByRole('alert')).toContainText('Non puoi disattivare il tuo stesso utente.');
      // Nothing of it was done: the administrator is still in.
      expect((await (await askAs('amministratore')).get('/amministrazione/utenti')).status()).toBe(200);
    });

    test('the own second factor, set up, renewed and removed', async ({ openAs, askAs }) => {
      const account = await makeAccount(await askAs('amministratore'), 'e0012');
      const holder = await askAs(null);
      await takeOver(holder, account);
      const page = await openAs(null, { ...options, storageState: await holder.storageState() });
      await page.goto('/profilo/secondo-fattore');
      const confirm = async (button: string, password: string) => {
        await page.getByLabel('Conferma con la tua password').fill(password);
        await page.getByRole('button', { name: button }).click();
      };
      await confirm('Attiva il secondo fattore', 'non è questa');
      await expectFault(page, 'Conferma con la tua password', 'La password attuale non è giusta.');
      await confirm('Attiva il secondo fattore', OWN_PASSWORD);
      await expect(page.getByRole('img', { name: /Codice QR/ })).toBeVisible();
      const secret = await page.locator('ol code').innerText();
      await page.getByRole('button', { name: 'Attiva' }).click();
      await expectFault(page, 'Codice', 'Scrivi il codice.');
      await expect(page.locator('ol code')).toHaveText(secret);
      await page.getByLabel('Codice', { exact: true }).fill('000000');
      await page.getByRole('button', { name: 'Attiva' }).click();
      await expectFault(page, 'Codice', 'Il codice non è giusto');
      await expect(page.locator('ol code')).toHaveText(secret);
      await page.getByLabel('Codice', { exact: true }).fill(authenticatorCode(secret));
      await page.getByRole('button', { name: 'Attiva' }).click();
      const codes = page.getByRole('status').locator('li code');
      await expect(codes).toHaveCount(10);
      const [first = ''] = await codes.allInnerTexts();

      // The next sign-in asks for it: the authenticator's next code counts, and so does a recovery code, once.
      for (const code of [authenticatorCode(secret, 1), first.toUpperCase()]) {
        const again = await openAs(null, options);
        await again.goto('/accesso');
        await givePassword(again, account.login, OWN_PASSWORD);
        await again.getByLabel('Codice').fill('nessuno');
        await again.getByRole('button', { name: 'Continua' }).click();
        await expectFault(again, 'Codice', 'Il codice non è giusto');
        await again.getByLabel('Codice').fill(code);
        await again.getByRole('button', { name: 'Continua' }).click();
        await expect(again).toHaveURL('/');
      }
      const spent = await openAs(null, options);
      await spent.goto('/accesso');
      await givePassword(spent, account.login, OWN_PASSWORD);
      await spent.getByLabel('Codice', { exact: true }).fill(first);
      await spent.getByRole('button', { name: 'Continua' }).click();
      await expectFault(spent, 'Codice', 'Il codice non è giusto');

      await page.goto('/profilo/secondo-fattore');
      await expect(page.getByText('Codici di recupero ancora validi: 9.')).toBeVisible();
      await confirm('Nuovi codici di recupero', OWN_PASSWORD);
      await expect(codes).toHaveCount(10);
      expect(await codes.allInnerTexts()).not.toContain(first);
      await page.goto('/profilo/secondo-fattore');
      await confirm('Togli il secondo fattore', OWN_PASSWORD);
      await expect(page.getByRole('status')).toContainText('Il secondo fattore non è più attivo.');
    });

    test('a day that is none, a search that finds nobody', async ({ openAs }) => {
      const page = await openAs('segretario', options);
      await page.goto('/organizzazione?giorno=2025-02-30');
      await expectFault(page, 'Com’era il', 'Scegli un giorno del calendario.');
      await page.getByLabel('Com’era il').fill('2025-03-31');
      await page.getByRole('button', { name: 'Mostra' }).click();
      await expect(page.getByText('Il 31 marzo 2025 erano in servizio')).toBeVisible();

      await page.goto('/persone');
      await page.getByRole('searchbox').fill('<script>“%_');
      await page.getByRole('button', { name: 'Cerca' }).click();
      await expect(page.getByText('Nessuna persona corrisponde.')).toBeVisible();
      await expect(page.getByRole('searchbox')).toHaveValue('<script>“%_');
    });
  });
