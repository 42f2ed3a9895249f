/** The id of the element of a field, so that a list of faults can point at it. */
export function fieldId(name: string): string {
  return `campo-${name}`;
}

export interface Option {
  readonly value: string;
  readonly label: string;
}
