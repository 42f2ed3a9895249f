import { once } from 'node:events';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { expectGoodLooks } from '../portal/accessibility.ts';
import { PASSWORD } from '../portal/people.ts';
import { connected, mailPort } from '../portal/servers.ts';
import { givePassword, send } from '../portal/sign-in.ts';
import { expect, test } from '../portal/test.ts';

test.describe.configure({ mode: 'serial' });
test.use({ baseURL: connected });

const mails: ParsedMail[] = [];
let server: SMTPServer;

test.beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      void simpleParser(stream).then((mail) => {
        mails.push(mail);
        done();
      }, done);
    },
  });
  server.listen(mailPort, '127.0.0.1');
  await once(server.server, 'listening');
});
test.afterAll(
  () =>
    new Promise<void>((resolve) => {
      server.close(() => {
        resolve();
      });
    }),
);

const NEW_PASSWORD = 'una tavola di abete rosso';

test('who has forgotten the password gets a link by mail, and chooses another with it, once', async ({
  page,
  askAs,
}) => {
  const open = await askAs(null);
  await send(open, '/accesso', { login: 'sindaco', password: PASSWORD });
  expect((await open.get('/profilo')).status()).toBe(200);

  await page.goto('/accesso');
  await page.getByRole('link', { name: 'Password dimenticata?' }).click();
  await page.getByRole('button', { name: 'Manda il collegamento' }).click();
  await expect(page.getByLabel('Nome utente o mail')).toHaveAccessibleDescription(
    'Scrivi il nome utente o la mail.',
  );
  await expectGoodLooks(page, 'the refused form');
  await page.getByLabel('Nome utente o mail').fill('Marta.Sottodominante@demo.invalid');
  await page.getByRole('button', { name: 'Manda il collegamento' }).click();
  await expect(page.getByRole('status')).toContainText(
    'Se c’è un utente con questi dati, gli abbiamo mandato una mail.',
  );

  await expect.poll(() => mails.length).toBe(1);
  const [mail] = mails;
  expect(mail).toMatchObject({ subject: 'Accordo: nuova password' });
  expect(mail?.from?.text).toBe('accordo@demo.invalid');
  expect([mail?.to].flat().map((to) => to?.text)).toEqual(['marta.sottodominante@demo.invalid']);
  const link = /http\S+/.exec(mail?.text ?? '')![0];
  expect(link).toMatch(new RegExp(`^${connected}/accesso/recupero/[\\w-]{43}$`));

  await page.goto(link);
  await expectGoodLooks(page, 'the page of the link');
  const choose = async (password: string, again = password) => {
    await page.getByLabel('Nuova password', { exact: true }).fill(password);
    await page.getByLabel('Di nuovo la nuova password').fill(again);
    await page.getByRole('button', { name: 'Imposta la password' }).click();
  };
  await choose('corta');
  await expect(page.getByRole('alert')).toContainText('È troppo corta');
  await choose('marta sottodominante');
  await expect(page.getByRole('alert')).toContainText('È facile da indovinare');
  expect((await open.get('/profilo')).status(), 'nothing has changed yet').toBe(200);
  await choose(NEW_PASSWORD);
  await expect(page.getByRole('status')).toContainText('La nuova password è impostata. Ora puoi accedere.');
  expect((await open.get('/profilo')).status(), 'the sessions have ended').toBe(303);
  await givePassword(page, 'sindaco', PASSWORD);
  await expect(page.getByRole('alert')).toContainText('non sono giusti');
  await givePassword(page, 'sindaco', NEW_PASSWORD);
  await expect(page).toHaveURL('/');

  await page.goto(link);
  await expect(page.getByText('Questo collegamento non vale più')).toBeVisible();
  const again = await send(open, new URL(link).pathname, { password: PASSWORD, again: PASSWORD });
  expect(again.status()).toBe(400);
});

test('nobody learns whether there is an account', async ({ askAs }) => {
  const asker = await askAs(null);
  const told = async (login: string) => {
    const answer = await send(asker, '/accesso/recupero', { login });
    return {
      status: answer.status(),
      text: (await answer.text()).replaceAll(/nonce[-=]"?[\w+/=]+/g, 'nonce'),
    };
  };
  const before = mails.length;
  expect(await told('nessuno-con-questo-nome')).toEqual(await told('dirigente'));
  await expect.poll(() => mails.length).toBe(before + 1);
  expect([mails.at(-1)?.to].flat().map((to) => to?.text)).toEqual(['alessio.appoggiatura@demo.invalid']);
});
