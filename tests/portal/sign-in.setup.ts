import { administer, makeAccount, takeOver } from './accounts.ts';
import { LOGINS, PASSWORD } from './people.ts';
import { sendPassword, signInOverHttp } from './sign-in.ts';
import { expect, sessionFile, test } from './test.ts';

// Everybody signs in once, and most tests go on from there; tests/journeys/home.spec.ts shows the way in.
test('everybody of the demo signs in, and some stop on the way in', async ({ askAs }) => {
  for (const login of LOGINS) {
    const asker = await askAs(null);
    await signInOverHttp(asker, login);
    await asker.storageState({ path: sessionFile(login) });
  }
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
