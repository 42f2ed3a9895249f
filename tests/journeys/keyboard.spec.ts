import { expectAccessible } from '../portal/accessibility.ts';
import { PASSWORD } from '../portal/people.ts';
import { connected } from '../portal/servers.ts';
import { expect, test } from '../portal/test.ts';

/** The element that has the focus, and whether one can see that it has. */
const focusOf = (page: Parameters<typeof expectAccessible>[0]) =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    const { width, height } = element.getBoundingClientRect();
    return {
      name: element.id || element.textContent.trim(),
      isMarked: (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none',
      isThere: width > 0 && height > 0,
    };
  });

test.describe('with the keyboard alone', () => {
  test.use({ baseURL: connected });

  test('somebody signs in, with the second factor', async ({ page }) => {
    await page.goto('/accesso');
    const tabTo = async (name: string) => {
      for (let presses = 0; presses < 30; presses += 1) {
        await page.keyboard.press('Tab');
        const focus = await focusOf(page);
        expect(focus, focus.name).toMatchObject({ isMarked: true, isThere: true });
        if (focus.name === name) return;
      }
      throw new Error(`no way to «${name}» with Tab`);
    };

    await tabTo('Vai al contenuto');
    await page.keyboard.press('Enter');
    await tabTo('campo-login');
    await page.keyboard.type('nucleo');
    await tabTo('campo-password');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');

    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Secondo passo dell’accesso');
    const code = await page.locator('.notice code').innerText();
    await tabTo('campo-code');
    await page.keyboard.type('000 000');
    await page.keyboard.press('Enter');

    await expect(page.getByRole('alert')).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('Codice')).toBeFocused();
    await expect(page.getByLabel('Codice')).toHaveAttribute('aria-invalid', 'true');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(code);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ciao, Ada Ostinato');

    await tabTo('Risultati');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('I risultati del 2025');
  });
});

test('both skip links lead past the header', async ({ openAs }) => {
  const page = await openAs('dirigente');
  await page.goto('/persone');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Vai al contenuto' })).toBeFocused();
  await expect(page.getByRole('link', { name: 'Vai al contenuto' })).toBeInViewport();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('searchbox', { name: 'Cerca una persona' })).toBeFocused();

  await page.goto('/scadenze');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Vai al piè di pagina' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('contentinfo').getByRole('link', { name: 'Aiuto' })).toBeFocused();
});

test('what is wrong takes the focus and leads to the field', async ({ openAs }) => {
  const page = await openAs('dipendente');
  await page.goto('/profilo/password');
  await page.getByLabel('Password attuale').fill('quella di prima');
  await page.getByLabel('Nuova password', { exact: true }).fill('una nuova password');
  await page.keyboard.press('Enter');
  const summary = page.getByRole('alert');
  await expect(summary).toBeFocused();
  await expect(summary).toContainText('Scrivi la nuova password due volte, uguale.');
  await summary.getByRole('link').click();
  const again = page.getByLabel('Di nuovo la nuova password');
  await expect(again).toBeFocused();
  await expect(again).toHaveAccessibleDescription('Scrivi la nuova password due volte, uguale.');
  await expectAccessible(page, 'a refused form');
});
