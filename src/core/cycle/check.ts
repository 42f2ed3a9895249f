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
  checkFields(schemaFor(regulation ?? CREMONA_2025), document, [], faults);
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

/** A regulation that the document holds is checked on its own. */
const anyRegulation = z.union([z.string(), z.looseObject({})]);
const schemas = new WeakMap<Regulation, z.ZodObject>();

function schemaFor(regulation: Regulation): z.ZodObject {
  let schema = schemas.get(regulation);
  if (!schema) {
    schema = inputSchema(regulation).extend({ regulation: anyRegulation });
    schemas.set(regulation, schema);
  }
  return schema;
}

function regulationFaults(issue: z.core.$ZodIssue): Fault[] {
  const path = ['regulation', ...pathOf(issue)];
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: [...path, key], kind: 'unknown-field' }));
  return [{ path, kind: 'invalid-regulation', detail: issue.message }];
}

/**
 * Checks an object field by field and its lists element by element: what zod makes of an element is gone with the
 * next one, so that a million sheets never stand in memory twice.
 */
function checkFields(schema: z.ZodObject, value: unknown, path: FaultPath, faults: FaultList): void {
  if (!isObject(value)) {
    check(schema, value, path, faults);
    return;
  }
  for (const [name, field] of Object.entries<z.core.$ZodType>(schema.shape)) {
    const part: unknown = valueAt(value, [name]);
    const type = unwrapped(field);
    const at = [...path, name];
    if (type instanceof z.ZodArray && Array.isArray(part)) checkElements(type, part, at, faults);
    else if (type instanceof z.ZodObject && isObject(part)) checkFields(type, part, at, faults);
    else check(field, part, at, faults);
  }
  for (const name of Object.keys(value as object))
    if (!Object.hasOwn(schema.shape, name)) faults.add({ path: [...path, name], kind: 'unknown-field' });
}

function checkElements(type: z.ZodArray, list: readonly unknown[], path: FaultPath, faults: FaultList): void {
  for (let at = 0; at < list.length && !faults.full; at++) {
    const parsed = z.safeParse(type.element, list[at]);
    if (!parsed.success) addIssues(parsed.error, list[at], [...path, at], faults);
  }
}

function unwrapped(field: z.core.$ZodType): z.core.$ZodType {
  return field instanceof z.ZodOptional ? field.unwrap() : field;
}

function check(type: z.core.$ZodType, value: unknown, path: FaultPath, faults: FaultList): void {
  const parsed = z.safeParse(type, value);
  if (parsed.success) return;
  addIssues(parsed.error, value, path, faults);
}

function addIssues({ issues }: z.core.$ZodError, value: unknown, path: FaultPath, faults: FaultList): void {
  for (const issue of issues)
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
