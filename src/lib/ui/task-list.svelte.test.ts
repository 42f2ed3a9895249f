import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { day } from '#core/calendar/iso-date.ts';
import TaskList from './TaskList.svelte';

const today = day('2026-11-25');

test('a task says what, why and until when', async () => {
  const task = {
    title: 'Leggi la scheda',
    why: 'La valutazione è chiusa.',
    until: day('2026-11-28'),
    href: '/aiuto',
  } as const;
  const screen = await render(TaskList, { tasks: [task], today });

  await expect
    .element(screen.getByRole('link', { name: 'Leggi la scheda' }))
    .toHaveAttribute('href', '/aiuto');
  await expect.element(screen.getByText('La valutazione è chiusa.')).toBeVisible();
  await expect.element(screen.getByText('28 novembre 2026')).toHaveAttribute('datetime', '2026-11-28');
  await expect.element(screen.getByText('tra 3 giorni')).toBeVisible();
});

test('with nothing to do it says so', async () => {
  const screen = await render(TaskList, { tasks: [], today });
  await expect.element(screen.getByText('Ora non c’è niente da fare')).toBeVisible();
});
