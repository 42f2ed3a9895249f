import { expect, test } from 'vitest';
import { parseBlock } from './block.ts';

test.each([
  ['1', [['1']]],
  [
    '1\t2\r\n3\t4\r\n',
    [
      ['1', '2'],
      ['3', '4'],
    ],
  ],
  ['1\t\t3', [['1', '', '3']]],
  ['1\n\n3', [['1'], [''], ['3']]],
  ['"a\nb"\tc', [['a\nb', 'c']]],
  ['"dice ""sì"""\t2', [['dice "sì"', '2']]],
  ['"aperta\t2', [['"aperta', '2']]],
  ['3"\t2', [['3"', '2']]],
])('the block %j', (text, rows) => {
  expect(parseBlock(text)).toEqual(rows);
});
