import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { figureJson } from '#core/explain/json.ts';
import { given, item, product } from '#core/explain/figure.ts';
import { exactly } from '#core/quantity/written.ts';
import { CREMONA_2025 } from '#core/regulation/catalogue.ts';
import { parameter } from '#core/regulation/lookup.ts';
import Why from './Why.svelte';

const achievement = given('meanAchievement', 'percent', exactly('92.466'));
const points = product('siloPoints', 'points', parameter(CREMONA_2025, 'SET-B2', 'maximum'), achievement);
const why = figureJson(item('SET-B2', points), CREMONA_2025, 'it');

test('a figure shows its value, and its reason only when it is asked', async () => {
  await render(Why, { title: 'Silos', shown: '23,12 punti', why });

  await expect.element(page.getByText('perché?')).toBeVisible();
  await expect.element(page.getByText('raggiungimento medio ponderato', { exact: false })).not.toBeVisible();

  await page.getByText('perché?').click();
  await expect.element(page.getByText('raggiungimento medio ponderato', { exact: false })).toBeVisible();
  await expect.element(page.getByText('92,466 %')).toBeVisible();
  await expect.element(page.getByText('R §3.1, punto 2 B', { exact: false }).first()).toBeVisible();
});
