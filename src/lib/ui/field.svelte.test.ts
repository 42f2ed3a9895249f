import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Field from './Field.svelte';

test('a field is named by its label and described by its hint', async () => {
  const screen = await render(Field, {
    name: 'mail',
    label: 'Posta',
    type: 'email',
    hint: 'Quella di lavoro',
  });
  const input = screen.getByRole('textbox', { name: 'Posta' });
  await expect.element(input).toHaveAccessibleDescription('Quella di lavoro');
  await expect.element(input).not.toHaveAttribute('aria-invalid');
  await expect.element(input).toHaveAttribute('aria-required', 'true');
});

test('a fault is tied to the field, and what was typed is kept', async () => {
  const screen = await render(Field, {
    name: 'mail',
    label: 'Posta',
    type: 'email',
    value: 'nome@',
    hint: 'Quella di lavoro',
    error: 'Manca il dominio',
  });
  const input = screen.getByRole('textbox', { name: 'Posta' });
  await expect.element(input).toHaveValue('nome@');
  await expect.element(input).toHaveAttribute('aria-invalid', 'true');
  await expect.element(input).toHaveAccessibleDescription('Quella di lavoro Manca il dominio');
});

test('a password is never shown again', async () => {
  const screen = await render(Field, {
    name: 'password',
    label: 'Password',
    type: 'password',
    value: 'segreta',
  });
  await expect.element(screen.getByLabelText('Password')).toHaveValue('');
});

test('what may stay empty says so', async () => {
  const screen = await render(Field, { name: 'note', label: 'Note', type: 'textarea', optional: true });
  const input = screen.getByRole('textbox', { name: 'Note (facoltativo)' });
  await expect.element(input).not.toHaveAttribute('aria-required');
});

test('a choice keeps what was chosen', async () => {
  const options = [
    { value: 'a', label: 'Dipendente' },
    { value: 'b', label: 'Dirigente' },
  ];
  const screen = await render(Field, { name: 'ruolo', label: 'Ruolo', type: 'select', value: 'b', options });
  await expect.element(screen.getByRole('combobox', { name: 'Ruolo' })).toHaveValue('b');
});

test('a number is typed as text, so that the comma and the wheel do no harm', async () => {
  const screen = await render(Field, { name: 'quota', label: 'Quota', type: 'number', value: '12,5' });
  await expect.element(screen.getByRole('textbox', { name: 'Quota' })).toHaveValue('12,5');
});
