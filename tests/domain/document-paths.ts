/** Walking through a document as data, whatever its type says. */
export type Path = readonly (string | number)[];

/** The paths of every field and element, containers included, from the root down. */
export function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [path, ...entries.flatMap(([key, each]) => pathsOf(each, [...path, key]))];
}

/** A copy with another value at the path; the value `undefined` takes the field away. */
export function changedAt(document: unknown, path: Path, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (Array.isArray(document)) {
    const list: unknown[] = [...(document as unknown[])];
    list[step as number] = changedAt(list[step as number], rest, value);
    if (rest.length === 0 && value === undefined) list.splice(step as number, 1);
    return list;
  }
  const fields = Object.entries(document as object).flatMap(([key, each]): [string, unknown][] => {
    if (key !== step) return [[key, each]];
    if (rest.length === 0 && value === undefined) return [];
    return [[key, changedAt(each, rest, value)]];
  });
  if (!Object.hasOwn(document as object, step)) fields.push([String(step), value]);
  return Object.fromEntries(fields);
}

/** `employees[].months`: the same for every element of a list. */
export function fieldOf(path: Path): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[]`;
    return text === '' ? step : `${text}.${step}`;
  }, '');
}

export function valueAt(document: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => (value as Record<string | number, unknown>)[step], document);
}

/** The path that is written `employees[3].months`. */
export function pathOf(text: string): Path {
  return [...text.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, name]) => name ?? Number(index));
}
