/**
 * The core against the independent program (see README.md), on cycles that were random once and are kept: inputs of
 * `random_cycles.py`, expected outputs of `reference.py`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseJson } from '../../src/cli/json.ts';
import { checkInput } from '../../src/core/cycle/check.ts';
import { faultText } from '../../src/core/cycle/fault-text.ts';
import { output } from '../../src/core/cycle/output.ts';
import { compute } from '../../src/core/compute.ts';
import { differences } from './differences.ts';

const folder = join(import.meta.dirname, 'cases');
const seeds = readdirSync(folder)
  .filter((name) => name.endsWith('.input.json'))
  .map((name) => name.replace('.input.json', ''));

test('there are cases', () => {
  expect(seeds.length).toBeGreaterThanOrEqual(30);
});

test.each(seeds)('the cycle of seed %s comes to the same figures in both programs', (seed) => {
  const text = (kind: string) => readFileSync(join(folder, `${seed}.${kind}.json`), 'utf8');
  const { document, faults } = parseJson(text('input'));
  const checked = checkInput(document);
  expect([...faults, ...(checked.ok ? [] : checked.faults)].map(faultText)).toEqual([]);
  if (!checked.ok) return;
  const found: unknown = JSON.parse(JSON.stringify(output(compute(checked.input, checked.regulation))));
  expect(differences(found, JSON.parse(text('expected')))).toEqual([]);
});
