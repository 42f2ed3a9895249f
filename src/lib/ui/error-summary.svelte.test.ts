import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import ErrorSummary from './ErrorSummary.svelte';
import { fieldId } from './field.ts';

test('the faults take the focus and lead to their fields', async () => {
  const screen = await render(ErrorSummary, {
    faults: [{ field: 'mail', message: 'Scrivi un indirizzo' }, { message: 'Le password non coincidono' }],
  });
  await expect.element(screen.getByRole('alert')).toHaveFocus();
  await expect
    .element(screen.getByRole('link', { name: 'Scrivi un indirizzo' }))
    .toHaveAttribute('href', `#${fieldId('mail')}`);
  await expect.element(screen.getByText('Le password non coincidono')).toBeVisible();
});

test('without faults there is nothing', async () => {
  const screen = await render(ErrorSummary, { faults: [] });
  await expect.element(screen.getByRole('alert')).not.toBeInTheDocument();
});
