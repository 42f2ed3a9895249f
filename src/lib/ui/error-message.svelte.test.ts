import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import ErrorMessage from './ErrorMessage.svelte';

test('a page that does not exist is explained, with a way out', async () => {
  const screen = await render(ErrorMessage, { status: 404, message: 'Not Found' });

  await expect.element(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Pagina non trovata');
  await expect.element(screen.getByText('Not Found')).not.toBeInTheDocument();
  await expect
    .element(screen.getByRole('link', { name: 'Torna alla pagina iniziale' }))
    .toHaveAttribute('href', '/');
});

test('what is absent and what is not open are told in the same words', async () => {
  const screen = await render(ErrorMessage, { status: 404 });
  await expect
    .element(screen.getByText('non esiste, oppure non è aperta a te', { exact: false }))
    .toBeVisible();
});

test('a fault shows its code and nothing else of its inside', async () => {
  const screen = await render(ErrorMessage, { status: 500, message: 'SQLITE_BUSY', id: 'k3f9x2ab' });

  await expect
    .element(screen.getByRole('heading', { level: 1 }))
    .toHaveTextContent('Qualcosa non ha funzionato');
  await expect.element(screen.getByText('SQLITE_BUSY')).not.toBeInTheDocument();
  await expect.element(screen.getByText('k3f9x2ab')).toBeVisible();
});

test.each([401, 403, 413, 429, 503])('status %d says what happened and what to do', async (status) => {
  const screen = await render(ErrorMessage, { status });
  await expect.poll(() => screen.container.querySelectorAll('p').length).toBe(3);
});

test('any other refusal says what the server says of it', async () => {
  const screen = await render(ErrorMessage, { status: 409, message: 'Qualcun altro ha già salvato.' });
  await expect.element(screen.getByText('Qualcun altro ha già salvato.')).toBeVisible();
});
