import type { Fault, FaultPath } from '#core/cycle/fault.ts';
import { Refusal } from './refusal.ts';

/**
 * Parses JSON without losing what `JSON.parse` loses: a number whose spelling is not the shortest one of its value
 * (`1e3`, `10.000`, thirty digits) is kept as the text that is written, and a field that an object has twice is a
 * fault. Neither the depth nor the size of the document matters.
 *
 * Throws a {@link Refusal} with the place if the text is not JSON.
 */
export function parseJson(text: string): { document: unknown; faults: Fault[] } {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    throw new Refusal([`documento: non è JSON valido${placeOf(error, text)}`]);
  }
  const root = { '': document };
  const faults = keepSpelling(text, root);
  return { document: root[''], faults };
}

/** A list or object that the scan is inside of, and where in it. */
interface Open {
  readonly value: Record<string | number, unknown>;
  key: string | number;
  /** The fields seen so far; null in a list. */
  readonly seen: Set<string> | null;
}

/** Walks the text, known to be JSON, beside the value that was parsed from it. */
function keepSpelling(text: string, root: Record<string, unknown>): Fault[] {
  const faults: Fault[] = [];
  const stack: Open[] = [{ value: root, key: '', seen: null }];
  let awaitsKey = false;
  for (let at = 0; at < text.length; at++) {
    const top = stack[stack.length - 1]!;
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      const end = stringEnd(text, at);
      if (awaitsKey) {
        top.key = keyOf(text.slice(at + 1, end));
        if (top.seen!.has(top.key)) faults.push({ path: pathTo(stack), kind: 'duplicate' });
        top.seen!.add(top.key);
        awaitsKey = false;
      }
      at = end;
    } else if (code === MINUS || (code >= DIGIT_0 && code <= DIGIT_9)) {
      const end = numberEnd(text, at);
      const spelling = text.slice(at, end);
      if (String(top.value[top.key]) !== spelling) keep(spelling, top);
      at = end - 1;
    } else if (code === OPEN_OBJECT || code === OPEN_LIST) {
      awaitsKey = code === OPEN_OBJECT;
      stack.push({ value: childOf(top), key: awaitsKey ? '' : 0, seen: awaitsKey ? new Set() : null });
    } else if (code === CLOSE_OBJECT || code === CLOSE_LIST) {
      stack.pop();
      awaitsKey = false;
    } else if (code === COMMA) {
      if (top.seen) awaitsKey = true;
      else (top.key as number) += 1;
    }
  }
  return faults;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const MINUS = 0x2d;
const DIGIT_0 = 0x30;
const DIGIT_9 = 0x39;
const OPEN_LIST = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** Where the string that opens at `start` closes. */
function stringEnd(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); ; end = text.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (text.charCodeAt(end - 1 - backslashes) === BACKSLASH) backslashes += 1;
    if (backslashes % 2 === 0) return end;
  }
}

const NUMBER = /[-+.eE0-9]+/y;

function numberEnd(text: string, start: number): number {
  NUMBER.lastIndex = start;
  NUMBER.test(text);
  return NUMBER.lastIndex;
}

function keyOf(raw: string): string {
  return raw.includes('\\') ? (JSON.parse(`"${raw}"`) as string) : raw;
}

/** The container at the key; of a field that stands twice only the last is there, then anything will do. */
function childOf({ value, key }: Open): Open['value'] {
  const child = value[key];
  return typeof child === 'object' && child !== null ? (child as Open['value']) : {};
}

/** Defined, not assigned: a field may be called `__proto__`. */
function keep(spelling: string, { value, key }: Open): void {
  Object.defineProperty(value, key, {
    value: spelling,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

/** The path of the field that is being read, to a depth that a person would follow. */
function pathTo(stack: readonly Open[]): FaultPath {
  return stack.slice(1, 100).map(({ key }) => key);
}

/** ` (riga 3, colonna 14)`, as far as the engine tells. */
function placeOf(error: unknown, text: string): string {
  const found = /position (\d+)/.exec(error instanceof Error ? error.message : '');
  if (!found) return '';
  const before = text.slice(0, Number(found[1]));
  const line = before.split('\n').length;
  return ` (riga ${line}, colonna ${before.length - before.lastIndexOf('\n')})`;
}
