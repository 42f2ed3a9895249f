import { makeAccount, administer, takeOver } from './accounts.ts';
import { LOGINS, PASSWORD } from './people.ts';
import { sendPassword, signIn } from './sign-in.ts';
import { expect, sessionFile, test } from './test.ts';

// A code of the second factor counts once: everybody signs in here once, and the tests go on from there.
for (const login of LOGINS)
  test(`«${login}» signs in`, async ({ page }) => {
    await signIn(page, login);
    await page.context().storageState({ path: sessionFile(login) });
  });

test('some stop on the way in', async ({ askAs }) => {
  const administrator = await askAs('amministratore');

  const beforeCode = await askAs(null);
  expect((await sendPassword(beforeCode, 'nucleo', PASSWORD)).headers().location).toBe('/accesso/codice');
  await beforeCode.storageState({ path: sessionFile('secondFactor') });

  const beforePassword = await askAs(null);
  const first = await makeAccount(administrator, 'e0002');
  await sendPassword(beforePassword, first.login, first.password);
  await beforePassword.storageState({ path: sessionFile('newPassword') });

  const beforeSetup = await askAs(null);
  const second = await makeAccount(administrator, 'e0003');
  await administer(administrator, second, 'grant', { role: 'evaluationBoard' });
  await takeOver(beforeSetup, second);
  await beforeSetup.storageState({ path: sessionFile('secondFactorSetup') });
});
