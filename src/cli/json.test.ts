import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseJson } from './json.ts';
import { Refusal } from './refusal.ts';

function parsed(text: string): unknown {
  const { document, faults } = parseJson(text);
  expect(faults).toEqual([]);
  return document;
}

describe('a number is kept as it is written', () => {
  test.each<[string, unknown]>([
    ['5', 5],
    ['0.1', 0.1],
    ['10158779.02', 10158779.02],
    ['10.000', '10.000'],
    ['10.0', '10.0'],
    ['1e3', '1e3'],
    ['1E3', '1E3'],
    ['-1', -1],
    ['-0', '-0'],
    ['-0.0', '-0.0'],
    ['9007199254740991', 9007199254740991],
    ['9007199254740993', '9007199254740993'],
    ['0.1234567890123456789', '0.1234567890123456789'],
    ['1e400', '1e400'],
    ['123456789012345678901234567890', '123456789012345678901234567890'],
  ])('%s', (text, value) => {
    expect(parsed(text)).toEqual(value);
    expect(parsed(`[ 1,${text} , {"a": ${text}}]`)).toEqual([1, value, { a: value }]);
    expect(parsed(`{"a":[[${text}]],"b":"${text}","c":${text}}`)).toEqual({
      a: [[value]],
      b: text,
      c: value,
    });
  });

  test('with an exponent as text, even where the engine itself would write it so', () => {
    for (const text of ['1e-6', '1e-7', '1.5e-7', '1e+21', '5e-324']) expect(parsed(text)).toBe(text);
  });

  test('as a field called __proto__ too', () => {
    const document = parsed('{"__proto__": 1.0, "a": {"__proto__": {"b": 2.50}}}') as object;
    expect(Object.entries(document)[0]).toEqual(['__proto__', '1.0']);
    expect(Object.getPrototypeOf(document)).toBe(Object.prototype);
    expect(JSON.stringify(document)).toBe('{"__proto__":"1.0","a":{"__proto__":{"b":"2.50"}}}');
  });

  test('digits in texts and names are no numbers', () => {
    const text = '{"1.0":"2.0","\\"3.0":"\\\\","a\\\\":[4.0],"[":"{,}:"}';
    expect(parsed(text)).toEqual({ '1.0': '2.0', '"3.0': '\\', 'a\\': ['4.0'], '[': '{,}:' });
  });
});

test('any JSON comes out as JSON.parse reads it', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(undefined, 2), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      // What JSON writes with an exponent, or as -0, is not its shortest plain form.
      fc.pre(!/\de[+-]?\d|-0\b/.test(text));
      expect(parsed(text)).toEqual(JSON.parse(text));
    }),
    { numRuns: 1000 },
  );
});

describe('a field that stands twice', () => {
  const duplicates = (text: string) =>
    parseJson(text).faults.map(({ kind, path }) => `${kind} ${path.join('.')}`);

  test.each([
    ['{"year":1,"year":1}', ['duplicate year']],
    ['{"a":1,"b":2,"a":3,"a":4}', ['duplicate a', 'duplicate a']],
    ['{"a":{"b":[{"c":1,"d":2,"c":3}]}}', ['duplicate a.b.0.c']],
    ['{"year":1,"\\u0079ear":1}', ['duplicate year']],
    ['{"__proto__":1,"__proto__":2}', ['duplicate __proto__']],
    ['{"":1,"":2}', ['duplicate ']],
    ['[{"a":1},{"a":1}]', []],
    ['{"a":{"a":{"a":1}}}', []],
    ['{"a":"b","b":"a"}', []],
    ['{"a":{"b":1},"a":{"b":1}}', ['duplicate a']],
    ['{"a":[1.0],"a":{"b":2}}', ['duplicate a']],
  ])('%s', (text, faults) => {
    expect(duplicates(text)).toEqual(faults);
  });

  test('leaves nothing behind in the one that counts', () => {
    expect(parseJson('{"a":[1.0],"a":{"b":2}}').document).toEqual({ a: { b: 2 } });
  });
});

test.each([
  '',
  ' ',
  '{',
  '[1,]',
  '{"a":1,}',
  "{'a':1}",
  '{a:1}',
  'NaN',
  '01',
  '1.',
  '.5',
  '+1',
  '0x1',
  '// c\n1',
  '1 2',
  '"\n"',
  'undefined',
])('%j is not JSON', (text) => {
  expect(() => parseJson(text)).toThrow(Refusal);
});

test('where a text stops being JSON is told by line and column', () => {
  const lines = (text: string) => {
    try {
      parseJson(text);
    } catch (error) {
      if (error instanceof Refusal) return [...error.lines];
    }
    return [];
  };
  expect(lines('{\n  "a": 1\n  "b": 2\n}')).toEqual(['documento: non è JSON valido (riga 3, colonna 3)']);
});

test('what is nested deeper than any document is refused before it costs memory', () => {
  const nested = (depth: number) => `${'['.repeat(depth)}1.0${']'.repeat(depth)}`;
  expect(parseJson(nested(1000)).faults).toEqual([]);
  for (const deep of [nested(1001), '['.repeat(1_000_000), '{"a":'.repeat(300_000)])
    expect(() => parseJson(deep)).toThrow(Refusal);
});
