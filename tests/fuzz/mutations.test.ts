/** Documents that are nearly right, for half a minute: refused with lines or computed to the contract, never a defect. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseJson } from '../../src/cli/json.ts';
import { Refusal } from '../../src/cli/refusal.ts';
import { checkInput } from '../../src/core/cycle/check.ts';
import { faultText } from '../../src/core/cycle/fault-text.ts';
import { output } from '../../src/core/cycle/output.ts';
import { compute } from '../../src/core/compute.ts';
import { explain } from '../../src/core/explain/explain.ts';
import { explanationText } from '../../src/core/explain/text.ts';
import { aFullCycle } from '../domain/cycle-builder.ts';
import { shapeFaults } from '../domain/output-shape.ts';
import { randomCycle } from '../domain/random-cycles.ts';

const TIME = 15_000;

/** What may stand instead of a piece of a document. */
const instead = fc.oneof(
  fc.constantFrom(
    ...[
      'null',
      'true',
      '{}',
      '[]',
      '""',
      '"x"',
      '-1',
      '-0',
      '0',
      '1',
      '5',
      '12',
      '13',
      '1e3',
      '1e-7',
      '1e400',
      '0.005',
    ],
    ...[
      '10.000',
      '9007199254740991',
      '9007199254740993',
      '"__proto__"',
      '"constructor"',
      '"1,5"',
      '"٣"',
      '"\\ud800"',
    ],
    ...[
      '{"__proto__":1}',
      '[[[[]]]]',
      '"d1"',
      '"e1"',
      '"presenceDays"',
      '"share"',
      '99999999999999999999999999',
    ],
    ...['"0.00000000000000000000000000001"', '"1e3"', '"fine"', '"derived"', '2024', '100', '"100.000"'],
  ),
  fc.double({ min: 0, max: 1e9, noNaN: true }).map(String),
  fc.bigInt({ min: 0n, max: 10n ** 30n }).map(String),
);
const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[[\]{}:,]/g;

/** Replaces, doubles, drops and swaps tokens; now and then any character. */
const mutation = fc.record({
  at: fc.nat(1_000_000),
  kind: fc.constantFrom(
    'replace',
    'replace',
    'replace',
    'value',
    'value',
    'drop',
    'double',
    'swap',
    'character',
  ),
  other: fc.nat(1_000_000),
  instead,
  character: fc.string({ minLength: 1, maxLength: 1 }),
});

test('mutated documents', { timeout: TIME * 4 }, () => {
  const full = JSON.stringify(aFullCycle());
  const document = fc.oneof(
    { weight: 3, arbitrary: fc.constant(full) },
    randomCycle.map((cycle) => JSON.stringify(cycle)),
  );
  const outcomes = { notJson: 0, refused: 0, computed: 0 };
  fc.assert(
    fc.property(document, fc.array(mutation, { minLength: 1, maxLength: 3 }), (text, mutations) => {
      outcomes[outcomeOf(mutations.reduce(mutated, text))] += 1;
    }),
    { numRuns: 1_000_000, interruptAfterTimeLimit: TIME, markInterruptAsFailure: false },
  );
  console.log(outcomes);
  expect(outcomes.refused).toBeGreaterThan(100);
  expect(outcomes.computed).toBeGreaterThan(100);
});

type Mutation = typeof mutation extends fc.Arbitrary<infer One> ? One : never;

function mutated(text: string, { at, kind, other, instead, character }: Mutation): string {
  if (kind === 'character') {
    const place = at % (text.length + 1);
    return text.slice(0, place) + character + text.slice(place + (other % 2));
  }
  const tokens = text.match(TOKEN) ?? [];
  if (tokens.length === 0) return text;
  const [here, there] = [at % tokens.length, other % tokens.length];
  if (kind === 'drop') tokens.splice(here, 1);
  else if (kind === 'double') tokens.splice(here, 0, tokens[here]!);
  else if (kind === 'swap') [tokens[here], tokens[there]] = [tokens[there]!, tokens[here]!];
  else {
    const values = [...tokens.keys()].filter((place) => isValue(tokens, place));
    if (values.length > 0) tokens[kind === 'value' ? values[at % values.length]! : here] = instead;
  }
  return tokens.join('');
}

function isValue(tokens: readonly string[], place: number): boolean {
  return /^["\d-]/.test(tokens[place]!) && tokens[place + 1] !== ':';
}

function outcomeOf(text: string): 'notJson' | 'refused' | 'computed' {
  let parsed;
  try {
    parsed = parseJson(text);
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal);
    return 'notJson';
  }
  const checked = checkInput(parsed.document);
  const faults = [...parsed.faults, ...(checked.ok ? [] : checked.faults)];
  if (!checked.ok || faults.length > 0) {
    expect(faults).not.toEqual([]);
    for (const fault of faults) expect(faultText(fault)).toMatch(/^\S[^\n]*: \S[^\n]*$/);
    return 'refused';
  }
  const cycle = compute(checked.input, checked.regulation);
  expect(shapeFaults(JSON.parse(JSON.stringify(output(cycle))))).toEqual([]);
  for (const { id } of [
    ...cycle.employees.map(({ employee }) => employee),
    ...checked.input.directions,
  ].slice(0, 3))
    for (const explanation of explain(cycle, id))
      expect(explanationText(explanation, cycle.regulation, 'it')).not.toMatch(/undefined|NaN/);
  return 'computed';
}
