import * as z from 'zod';
import { CREMONA_2025, REGULATIONS } from '../regulation/catalogue.ts';
import { regulationSchema, type Regulation } from '../regulation/schema.ts';
import { FaultList } from './fault-list.ts';
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
  const faults = new FaultList();
  const regulation = namedRegulation(document, faults);
  shapeFaults(schemaFor(regulation ?? CREMONA_2025), document, faults);
  referenceFaults(document, faults);
  if (faults.all.length > 0 || regulation === null) return { ok: false, faults: faults.all };
  return { ok: true, input: document as CycleInput, regulation };
}

/** The regulation that the document names or holds; null, with its faults, if there is none that can be used. */
function namedRegulation(document: unknown, faults: FaultList): Regulation | null {
  const named: unknown = valueAt(document, ['regulation']);
  if (typeof named === 'string') {
    const regulation = REGULATIONS.get(named) ?? null;
    if (regulation === null)
      faults.add({ path: ['regulation'], kind: 'unknown-reference', to: 'regulation' });
    return regulation;
  }
  if (typeof named !== 'object' || named === null) return null;
  const parsed = regulationSchema.safeParse(named);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) faults.addAll(regulationFaults(issue));
  return null;
}

type InputSchema = ReturnType<typeof inputSchema>;
const schemas = new WeakMap<Regulation, InputSchema>();

function schemaFor(regulation: Regulation): InputSchema {
  let schema = schemas.get(regulation);
  if (!schema) schemas.set(regulation, (schema = inputSchema(regulation)));
  return schema;
}

/** A regulation that is held has been checked on its own. */
const anyRegulation = z.union([z.string(), z.looseObject({})]);

function shapeFaults(schema: InputSchema, document: unknown, faults: FaultList): void {
  checkLists(schema.extend({ regulation: anyRegulation }), document, [], faults);
}

function regulationFaults(issue: z.core.$ZodIssue): Fault[] {
  const path = ['regulation', ...pathOf(issue)];
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: [...path, key], kind: 'unknown-field' }));
  return [{ path, kind: 'invalid-regulation', detail: issue.message }];
}

/**
 * Checks an object and, element by element, the lists in it and in its own objects: what zod makes of an element is
 * gone with the next one, so that a million sheets never stand in memory twice.
 */
function checkLists(schema: z.ZodObject, value: unknown, path: FaultPath, faults: FaultList): void {
  const shell: Record<string, z.core.$ZodType> = {};
  for (const [name, field] of Object.entries<z.core.$ZodType>(schema.shape)) {
    const part: unknown = valueAt(value, [name]);
    const type = unwrapped(field);
    shell[name] = field;
    if (type instanceof z.ZodArray && Array.isArray(part)) {
      shell[name] = z.unknown();
      const element = type.element as z.ZodType;
      for (let at = 0; at < part.length && !faults.full; at++)
        check(element, part[at], [...path, name, at], faults);
    } else if (type instanceof z.ZodObject && isObject(part)) {
      shell[name] = z.unknown();
      checkLists(type, part, [...path, name], faults);
    }
  }
  check(z.strictObject(shell), value, path, faults);
}

function unwrapped(field: z.core.$ZodType): z.core.$ZodType {
  return field instanceof z.ZodOptional ? field.unwrap() : field;
}

function check(type: z.ZodType, value: unknown, path: FaultPath, faults: FaultList): void {
  const parsed = type.safeParse(value);
  if (parsed.success) return;
  for (const issue of parsed.error.issues)
    for (const fault of faultsOf(issue, value)) faults.add({ ...fault, path: [...path, ...fault.path] });
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function* faultsOf(issue: z.core.$ZodIssue, value: unknown): Generator<Fault> {
  const path = pathOf(issue);
  if (issue.code === 'unrecognized_keys')
    for (const key of issue.keys) yield { path: [...path, key], kind: 'unknown-field' };
  else yield { path, ...faultKind(issue, valueAt(value, path)) };
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
