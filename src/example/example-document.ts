import type { CycleInput } from '#core/cycle/input.ts';
import type { Written } from '#core/quantity/written.ts';

/**
 * The input of the core before it is checked: the same shape with plain numbers and texts. It is derived from the
 * checked type, so that a field the contract gains or loses shows here at once.
 */
export type ExampleDocument = Unchecked<CycleInput>;

export type ExampleDirection = ExampleDocument['directions'][number];
export type ExampleObjective = ExampleDocument['objectives'][number];
export type ExampleEqHolder = ExampleDocument['eqHolders'][number];
export type ExampleEmployee = ExampleDocument['employees'][number];
export type ExampleProject = ExampleDocument['projects'][number];
export type ExampleSurvey = NonNullable<ExampleDocument['survey']>;

type Unchecked<Part> =
  Part extends Written<string>
    ? string | number
    : Part extends readonly (infer Element)[]
      ? Unchecked<Element>[]
      : Part extends object
        ? { [Field in keyof Part]: Unchecked<Part[Field]> }
        : Part;

/** The text of a figure in hundredths: 4819 → `"48.19"`, as the file writes money and other decimals. */
export function hundredths(value: number): string {
  return `${String(Math.trunc(value / 100))}.${String(value % 100).padStart(2, '0')}`;
}
