import fc from 'fast-check';

/** What may stand where something else is asked for; undefined: nothing stands there. */
export const ODD_VALUES: readonly unknown[] = [
  ...[undefined, null, true, 0, -1, 1.5, 2 ** 53, '', ' ', 'x', '1', [], {}, [[]], { length: 8 }],
  ...['\u0000', '\ud800', '__proto__', '_'.repeat(512), '='.repeat(512), 'A'.repeat(20_000)],
  ...[
    [1, 2, 3, 4, 5, 1, 2],
    [1, 2, 3, 4, 5, 1, 2, 3, 4],
    [1, 2, 3, 4, 5, 1, 2, 6],
    [0, 1, 1, 1, 1, 1, 1, 1],
  ],
  ...[
    ['1', '1', '1', '1', '1', '1', '1', '1'],
    [[1], 1, 1, 1, 1, 1, 1, 1],
    [1, 1, 1, 1, 1, 1, 1, 1.5],
  ],
  ...[
    [1, 1, 1, 1, 1, 1, 1, null],
    [5, 4, 3, 2, 1, 5, 4, 3],
  ],
];

const TEXTS = [
  '',
  ' ',
  'null',
  '"',
  '{',
  '[1',
  '{"a":1e999}',
  '{"__proto__":{}}',
  '\ufeff{}',
  'a=b',
  '\u0000',
];
const LONG = ['['.repeat(100_000), `"${'x'.repeat(600_000)}"`, `${' '.repeat(5000)}{}`];

/** Once in twelve; null otherwise. */
export const rarely = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> =>
  fc.oneof({ weight: 11, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: value });

type Fields = Readonly<Record<string, unknown>>;

/** Bodies made from others: as they are, with a field or a character changed, and quite other ones. */
export function spoilt(bodies: readonly object[]): fc.Arbitrary<string> {
  const body = fc.constantFrom(...bodies.map((each) => ({ ...each })));
  const text = body.map((each) => JSON.stringify(each));
  return fc.oneof(
    { weight: 6, arbitrary: text },
    { weight: 8, arbitrary: body.chain(withOddField).map((each) => JSON.stringify(each)) },
    {
      weight: 8,
      arbitrary: fc.tuple(text, fc.nat(), fc.string({ maxLength: 2 }), fc.nat(3)).map(withOddPlace),
    },
    { weight: 2, arbitrary: fc.json() },
    { weight: 2, arbitrary: fc.constantFrom(...TEXTS) },
    { weight: 2, arbitrary: fc.string({ unit: 'binary' }) },
    { weight: 1, arbitrary: fc.constantFrom(...LONG) },
  );
}

function withOddField(body: Fields): fc.Arbitrary<Fields> {
  const names = [...Object.keys(body), 'more'];
  return fc
    .tuple(fc.constantFrom(...names), fc.constantFrom(...ODD_VALUES))
    .map(([name, value]) => ({ ...body, [name]: value }));
}

/** Puts something in place of some characters. */
function withOddPlace([text, where, put, taken]: [string, number, string, number]): string {
  const at = where % text.length;
  return text.slice(0, at) + put + text.slice(at + taken);
}
