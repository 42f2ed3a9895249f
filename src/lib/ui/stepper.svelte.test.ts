import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Stepper from './Stepper.svelte';

test('where the cycle stands is said in words', async () => {
  const screen = await render(Stepper, {
    label: 'Fasi del ciclo',
    steps: [
      { label: 'Obiettivi', state: 'done' },
      { label: 'Sondaggio', state: 'current', detail: 'fino al 30 novembre 2026' },
      { label: 'Schede', state: 'next' },
    ],
  });
  const steps = screen.getByRole('list', { name: 'Fasi del ciclo' }).getByRole('listitem');
  await expect.element(steps.nth(0)).toHaveTextContent('Obiettivi conclusa');
  await expect.element(steps.nth(1)).toHaveTextContent('Sondaggio in corso fino al 30 novembre 2026');
  await expect.element(steps.nth(1)).toHaveAttribute('aria-current', 'step');
  await expect.element(steps.nth(2)).toHaveTextContent('Schede da iniziare');
});
