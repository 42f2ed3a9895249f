/** What a person's writing was taken for, or why it was not. */
export type Parsed<T, Code extends string> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly code: Code };

/** Without spaces around it; those that do not break a line count as spaces. */
export function trimmed(text: string): string {
  return text.replace(/[\u00a0\u2007\u2009\u202f]/g, ' ').trim();
}
