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

test('a fault shows its code and nothing else of its inside', async () => {
  const screen = await render(ErrorMessage, { status: 500, message: 'Riprova tra poco.', id: 'k3f9x2ab' });

  await expect
    .element(screen.getByRole('heading', { level: 1 }))
    .toHaveTextContent('Qualcosa non ha funzionato');
  await expect.element(screen.getByText('Riprova tra poco.')).toBeVisible();
  await expect.element(screen.getByText('k3f9x2ab')).toBeVisible();
});
