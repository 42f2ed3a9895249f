/** As wide as the longest sheet of an employee or an EQ holder. */
const WIDTH = 400;

/**
 * JSON to be read and compared: every element of a list stands on a line of its own, and only what does not fit on
 * one line is divided further.
 */
export function documentText(document: object): string {
  return `${block(document, '')}\n`;
}

function text(value: unknown, indent: string): string {
  const inline = JSON.stringify(value);
  return inline.length <= WIDTH || typeof value !== 'object' || value === null
    ? spaced(value)
    : block(value, indent);
}

function block(value: object, indent: string): string {
  const deeper = `${indent}  `;
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  const lines = Array.isArray(value)
    ? value.map((element) => `${deeper}${text(element, deeper)}`)
    : Object.entries(value).map(([name, part]) => `${deeper}${JSON.stringify(name)}: ${text(part, deeper)}`);
  return `${open}\n${lines.join(',\n')}\n${indent}${close}`;
}

/** One line, with a blank after commas and colons. */
function spaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(([name, part]) => `${JSON.stringify(name)}: ${spaced(part)}`);
  return `{ ${fields.join(', ')} }`;
}
