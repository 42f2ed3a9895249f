/** Where two JSON values differ, a line each: `funds.employees.paid: "1.00" ≠ "1.01"`. */
export function differences(found: unknown, expected: unknown, path = ''): string[] {
  if (Object.is(found, expected)) return [];
  if (!isContainer(found) || !isContainer(expected) || Array.isArray(found) !== Array.isArray(expected))
    return [`${path}: ${JSON.stringify(found)} ≠ ${JSON.stringify(expected)}`];
  const keys = new Set([...Object.keys(found), ...Object.keys(expected)]);
  return [...keys].flatMap((key) =>
    differences(found[key], expected[key], path === '' ? key : `${path}.${key}`),
  );
}

function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
