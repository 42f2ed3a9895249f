import { FaultList } from '#core/cycle/fault-list.ts';
import type { Fault, FaultPath } from '#core/cycle/fault.ts';
import { Refusal } from './refusal.ts';

/**
 * Parses JSON without losing what `JSON.parse` loses: a number whose spelling is not the shortest one of its value
 * (`1e3`, `10.000`, thirty digits) is kept as the text that is written, and a field that an object has twice is a
 * fault.
 *
 * Throws a {@link Refusal} if the text is not JSON, with the place, or is nested deeper than any document of ours.
 */
export function parseJson(text: string): { document: unknown; faults: readonly Fault[] } {
  if (isTooDeep(text)) throw new Refusal(['documento: è annidato troppo in profondità']);
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    throw new Refusal([`documento: non è JSON valido${placeOf(error, text)}`]);
  }
  const root = { '': document };
  const faults = keepSpelling(text, root);
  return { document: root[''], faults: faults.all };
}

/** A list or object that the scan is inside of, and where in it. */
interface Open {
  readonly value: Record<string | number, unknown>;
  key: string | number;
  /** The fields seen so far; null in a list. */
  readonly seen: Set<string> | null;
}

/** Walks the text, known to be JSON, beside the value that was parsed from it. */
function keepSpelling(text: string, root: Record<string, unknown>): FaultList {
  const faults = new FaultList();
  const stack: Open[] = [{ value: root, key: '', seen: null }];
  let awaitsKey = false;
  for (let at = 0; at < text.length; at++) {
    const top = stack[stack.length - 1]!;
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      const end = stringEnd(text, at);
      if (awaitsKey) {
        top.key = keyOf(text.slice(at + 1, end));
        if (top.seen!.has(top.key)) faults.add({ path: pathTo(stack), kind: 'duplicate' });
        top.seen!.add(top.key);
        awaitsKey = false;
      }
      at = end;
    } else if (code === MINUS || (code >= DIGIT_0 && code <= DIGIT_9)) {
      const end = numberEnd(text, at);
      const spelling = text.slice(at, end);
      if (isOtherwiseSpelled(top.value[top.key], spelling)) keep(spelling, top);
      at = end - 1;
    } else if (code === OPEN_OBJECT || code === OPEN_LIST) {
      awaitsKey = code === OPEN_OBJECT;
      stack.push({
        value: childOf(top, awaitsKey),
        key: awaitsKey ? '' : 0,
        seen: awaitsKey ? new Set() : null,
      });
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

/** A cycle is six levels deep, a regulation within it eight more. */
const DEEPEST = 1000;
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

/** Where the string that opens at `start` closes; −1 if it does not. */
function stringEnd(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); ; end = text.indexOf('"', end + 1)) {
    if (end < 0) return end;
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
function childOf({ value, key }: Open, isObject: boolean): Open['value'] {
  const child = value[key];
  const fits = typeof child === 'object' && child !== null && Array.isArray(child) !== isObject;
  return fits ? (child as Open['value']) : {};
}

/** An exponent is never the plain spelling, even where the engine itself would write one. */
function isOtherwiseSpelled(value: unknown, spelling: string): boolean {
  return String(value) !== spelling || spelling.includes('e');
}

/** A field may be called `__proto__`, which must be defined, not assigned. */
function keep(spelling: string, { value, key }: Open): void {
  if (key !== '__proto__') value[key] = spelling;
  else
    Object.defineProperty(value, key, {
      value: spelling,
      enumerable: true,
      configurable: true,
      writable: true,
    });
}

/** Looks at the brackets alone, before anything else spends memory on them. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length && depth <= DEEPEST; at++) {
    const code = text.charCodeAt(at);
    if (code === OPEN_OBJECT || code === OPEN_LIST) depth += 1;
    else if (code === CLOSE_OBJECT || code === CLOSE_LIST) depth -= 1;
    else if (code === QUOTE) {
      at = stringEnd(text, at);
      if (at < 0) return false;
    }
  }
  return depth > DEEPEST;
}

/** The path of the field that is being read. */
function pathTo(stack: readonly Open[]): FaultPath {
  return stack.slice(1).map(({ key }) => key);
}

/** ` (riga 3, colonna 14)`, as far as the engine tells. */
function placeOf(error: unknown, text: string): string {
  const found = /position (\d+)/.exec(error instanceof Error ? error.message : '');
  if (!found) return '';
  const before = text.slice(0, Number(found[1]));
  const line = before.split('\n').length;
  return ` (riga ${line}, colonna ${before.length - before.lastIndexOf('\n')})`;
}
