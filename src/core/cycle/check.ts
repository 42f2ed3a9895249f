import * as z from 'zod';
import { CREMONA_2025, REGULATIONS } from '../regulation/catalogue.ts';
import { regulationSchema, type Regulation } from '../regulation/schema.ts';
import type { Fault, FaultKind, FaultPath } from './fault.ts';
import { inputSchema, type CycleInput } from './input.ts';
import { referenceFaults } from './references.ts';

export type Checked =
  | { readonly ok: true; readonly input: CycleInput; readonly regulation: Regulation }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/**
 * Checks a document against the contract: shape, ranges, references, all faults at once. What comes out is the
 * document itself, typed: it is neither copied nor changed.
 */
export function checkInput(document: unknown): Checked {
  const faults: Fault[] = [];
  const regulation = namedRegulation(document, faults);
  faults.push(...shapeFaults(schemaFor(regulation ?? CREMONA_2025), document), ...referenceFaults(document));
  if (faults.length > 0 || regulation === null) return { ok: false, faults };
  return { ok: true, input: document as CycleInput, regulation };
}

/** The regulation that the document names or holds; null, with its faults, if there is none that can be used. */
function namedRegulation(document: unknown, faults: Fault[]): Regulation | null {
  const named: unknown = valueAt(document, ['regulation']);
  if (typeof named === 'string') {
    const regulation = REGULATIONS.get(named) ?? null;
    if (regulation === null)
      faults.push({ path: ['regulation'], kind: 'unknown-reference', to: 'regulation' });
    return regulation;
  }
  if (typeof named !== 'object' || named === null) return null;
  const parsed = regulationSchema.safeParse(named);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues)
    faults.push({
      path: ['regulation', ...pathOf(issue)],
      kind: 'invalid-regulation',
      detail: issue.message,
    });
  return null;
}

type InputSchema = ReturnType<typeof inputSchema>;
const schemas = new WeakMap<Regulation, InputSchema>();

function schemaFor(regulation: Regulation): InputSchema {
  let schema = schemas.get(regulation);
  if (!schema) schemas.set(regulation, (schema = inputSchema(regulation)));
  return schema;
}

/**
 * The lists of the document are checked element by element, so that what zod makes of an element is gone with the
 * next one and a million sheets never stand in memory twice.
 */
function shapeFaults(schema: InputSchema, document: unknown): Fault[] {
  const faults: Fault[] = [];
  const check = (type: z.ZodType, value: unknown, path: FaultPath) => {
    const parsed = type.safeParse(value);
    if (!parsed.success)
      for (const issue of parsed.error.issues)
        for (const fault of faultsOf(issue, value)) faults.push({ ...fault, path: [...path, ...fault.path] });
  };

  const emptied: Record<string, z.ZodType> = {};
  for (const [name, field] of Object.entries(schema.shape)) {
    if (name === 'regulation') emptied[name] = z.union([z.string(), z.looseObject({})]);
    else if (field instanceof z.ZodArray) {
      emptied[name] = z.array(z.unknown());
      const list: unknown = valueAt(document, [name]);
      const element = field.element as z.ZodType;
      if (Array.isArray(list)) for (let at = 0; at < list.length; at++) check(element, list[at], [name, at]);
    } else emptied[name] = field;
  }
  check(z.strictObject(emptied), document, []);
  return faults;
}

function faultsOf(issue: z.core.$ZodIssue, value: unknown): Fault[] {
  const path = pathOf(issue);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: [...path, key], kind: 'unknown-field' }));
  return [{ path, ...faultKind(issue, valueAt(value, path)) }];
}

function faultKind(issue: z.core.$ZodIssue, value: unknown): FaultKind {
  if (issue.code === 'custom') return issue.params as FaultKind;
  if (value === undefined) return { kind: 'missing' };
  switch (issue.code) {
    case 'invalid_value':
      return { kind: 'not-one-of', allowed: issue.values.map(String) };
    case 'too_big':
      return { kind: 'too-many', most: Number(issue.maximum) };
    case 'too_small':
      return { kind: 'empty' };
    case 'invalid_type':
      return { kind: 'wrong-type', expected: EXPECTED[issue.expected] ?? 'object' };
    default:
      return { kind: 'wrong-type', expected: 'text' };
  }
}

const EXPECTED: Readonly<Record<string, 'object' | 'list' | 'text' | 'boolean'>> = {
  array: 'list',
  string: 'text',
  boolean: 'boolean',
};

function pathOf(issue: z.core.$ZodIssue): (string | number)[] {
  return issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
}

function valueAt(value: unknown, path: FaultPath): unknown {
  let at = value;
  for (const step of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Record<string | number, unknown>)[step];
  }
  return at;
}
