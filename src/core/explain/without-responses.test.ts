import { expect, test } from 'vitest';
import { compute } from '../compute.ts';
import { checkInput } from '../cycle/check.ts';
import { CREMONA_2025 } from '../regulation/catalogue.ts';
import { figureJson, type FigureJson } from './json.ts';
import { withoutResponses } from './without-responses.ts';
import example from '../../../examples/cremona-2025.json' with { type: 'json' };

const checked = checkInput(example);
if (!checked.ok) throw new Error('the example is refused');
const cycle = compute(checked.input, checked.regulation);

const leaves = (figure: FigureJson): FigureJson[] =>
  figure.inputs.length === 0 ? [figure] : figure.inputs.flatMap(leaves);

test('the reason of MAN-4 tells the mean as it is published, and nothing of the answers behind it', () => {
  for (const { items } of cycle.sheets.values()) {
    const full = figureJson(items['MAN-4'], CREMONA_2025, 'it');
    const shown = figureJson(withoutResponses(items['MAN-4']), CREMONA_2025, 'it');
    expect(shown.shown).toBe(full.shown);
    const text = JSON.stringify(shown);
    for (const { unit, exact, name } of leaves(full)) {
      if (name !== 'somma delle risposte' && name !== 'numero delle risposte date') continue;
      expect(text).not.toContain(`"${exact}"`);
      expect(unit).toBeTruthy();
    }
    expect(text).not.toContain('somma delle risposte');
  }
});

test('an exact mean cannot be read out of the fraction either', () => {
  for (const { means } of cycle.survey.directions.values())
    expect(figureJson(withoutResponses(means!.overall), CREMONA_2025, 'it').exact).toMatch(
      /^\d+(\/(2|4|5|10|20|25|50|100))?$/,
    );
});

test('other figures stay as they are', () => {
  const { total } = cycle.entity;
  expect(withoutResponses(total)).toEqual(total);
});
