import { expect, test } from 'vitest';
import { parseEarlierYear } from './earlier-year-form.ts';

const typed = { year: '2024', invited: '650', responses: '402', 'mean-1': '3,38', 'mean-2': '3.3' };

test('means are read in Italian and in English form, to the hundredth', () => {
  expect(parseEarlierYear(typed, 2)).toEqual({
    ok: true,
    survey: { year: 2024, invited: 650, responses: 402, means: [338, 330] },
  });
});

test.each(['', '0,99', '5,01', '6', '3,385', '3,', 'tre', '-3', '3 38'])('«%s» is no mean', (mean) => {
  expect(parseEarlierYear({ ...typed, 'mean-1': mean }, 2)).toEqual({
    ok: false,
    faults: [{ field: 'mean-1', kind: 'mean' }],
  });
});

test('more responses than people invited, and what is no number, are told at their fields', () => {
  expect(parseEarlierYear({ ...typed, responses: '651' }, 2)).toMatchObject({
    faults: [{ field: 'responses', kind: 'many' }],
  });
  expect(parseEarlierYear({ ...typed, year: '24', invited: 'x' }, 2)).toMatchObject({
    faults: [
      { field: 'year', kind: 'whole' },
      { field: 'invited', kind: 'whole' },
    ],
  });
});
