import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import { CREMONA_2025 } from '#core/regulation/catalogue.ts';
import IndicatorGrid from './IndicatorGrid.svelte';

test('without scripts every cell is sent back as it is kept, so that nothing is taken for a change', () => {
  const kept = { standard: '10,5', changedStandard: '11', value: '12', note: 'prima\nseconda' };
  const row = {
    ...{ id: 'a', name: 'Indicatore', dimension: 'Quantità', measure: null, cells: kept },
    better: 'higher',
    outcome: 'improved',
    writes: ['standard', 'changedStandard', 'value', 'note'],
    shown: JSON.stringify({ indicatorId: 'a' }),
  } as const;
  const groups = [{ id: 's', number: 1, name: 'Anagrafe', rows: [row] }];
  const { body } = render(IndicatorGrid, { props: { groups, rule: CREMONA_2025.rules['IND-O'] } });
  for (const column of ['standard', 'changedStandard', 'value'] as const)
    expect(body).toMatch(new RegExp(`<input [^>]*name="${column}\\.a"[^>]* value="${kept[column]}"`));
  expect(body).toMatch(/<textarea [^>]*name="note\.a"[^>]*>prima\nseconda<\/textarea>/);
  expect(body).toContain('name="shown.a"');
});
