import { givePassword } from '../portal/sign-in.ts';
import { OWN_PASSWORD } from '../portal/accounts.ts';
import { expect, test } from '../portal/test.ts';

test('the administrator makes an account; its holder comes in, chooses a password and is at home', async ({
  openAs,
}) => {
  const administrator = await openAs('amministratore');
  await administrator.goto('/');
  await administrator.getByRole('link', { name: /persone in servizio non hanno un utente/ }).click();
  await administrator.getByRole('searchbox').fill('1335');
  await administrator.getByRole('button', { name: 'Cerca' }).click();
  const person = await administrator
    .getByLabel(/^Persona/)
    .locator('option')
    .first()
    .innerText();
  await administrator.getByLabel('Nome utente').fill('matricola.1335');
  await administrator.getByRole('button', { name: 'Crea l’utente' }).click();
  const password = await administrator.getByRole('status').locator('code').innerText();
  // It is shown this once.
  await administrator.getByRole('link', { name: 'Apri l’utente' }).click();
  await expect(administrator.getByText('da cambiare al primo accesso')).toBeVisible();
  await expect(administrator.getByText(password)).toHaveCount(0);

  const page = await openAs(null);
  await page.goto('/scadenze');
  await givePassword(page, 'matricola.1335', password);
  await expect(page).toHaveURL('/accesso/nuova-password?dopo=%2Fscadenze');
  await page.goto('/scadenze');
  await expect(page).toHaveURL('/accesso/nuova-password');
  const choose = async (password: string, again = password) => {
    await page.getByLabel('Nuova password', { exact: true }).fill(password);
    await page.getByLabel('Di nuovo la nuova password').fill(again);
    await page.getByRole('button', { name: 'Imposta la password' }).click();
  };
  for (const [tried, again, fault] of [
    ['', '', 'Scrivi la nuova password due volte, uguale.'],
    [OWN_PASSWORD, 'un’altra ancora', 'Scrivi la nuova password due volte, uguale.'],
    [password, password, 'È la password che hai già: scegline un’altra.'],
    ['matricola.1335', 'matricola.1335', 'È facile da indovinare'],
  ] as const) {
    await choose(tried, again);
    await expect(page.getByLabel('Nuova password', { exact: true })).toHaveAccessibleDescription(
      new RegExp(fault),
    );
    await expect(page.getByLabel('Nuova password', { exact: true })).toHaveValue('');
  }
  await choose(OWN_PASSWORD);
  await expect(page).toHaveURL('/');
  const [familyAndGiven = ''] = person.split(',');
  const [family = '', given = ''] = familyAndGiven.split(' ');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Ciao, ${given} ${family}`);

  // What was done to the account stands in the own record, by whom.
  await page.goto('/profilo/registro');
  await expect(page.getByRole('row').filter({ hasText: 'utente creato' })).toContainText('Lorenzo Arpeggio');
  await expect(page.getByRole('row').filter({ hasText: 'password impostata' })).toContainText(given);
  await administrator.goto('/amministrazione/registro');
  await administrator.getByRole('button', { name: 'Controlla che il registro sia integro' }).click();
  await expect(administrator.getByRole('status')).toContainText('Il registro è integro');
});
