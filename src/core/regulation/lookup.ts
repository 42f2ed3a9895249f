import { parameterFigure, type Figure } from '../explain/figure.ts';
import type { Label } from '../explain/words.ts';
import type { RegulationNumber } from './parts.ts';
import type { RuleId } from './rule-id.ts';
import type { Regulation, Rules } from './schema.ts';

/** The names of the parameters of a rule whose value is one number. */
type NumberName<Rule extends RuleId> = {
  [Name in keyof Rules[Rule]['parameters']]: Rules[Rule]['parameters'][Name] extends {
    value: RegulationNumber;
  }
    ? Name
    : never;
}[keyof Rules[Rule]['parameters']] &
  Label;

/** A number of the regulation as a figure, e.g. `parameter(regulation, 'EMP-1', 'maximum')`. */
export function parameter<Rule extends RuleId>(
  regulation: Regulation,
  rule: Rule,
  name: NumberName<Rule>,
): Figure {
  const parameters = regulation.rules[rule].parameters as Record<string, { value: RegulationNumber }>;
  const { value, unit } = parameters[name]!.value;
  return parameterFigure(rule, name, unit, value);
}

/** A number in a row of a table of the regulation as a figure. */
export function tabled(rule: RuleId, label: Label, { value, unit }: RegulationNumber): Figure {
  return parameterFigure(rule, label, unit, value);
}
