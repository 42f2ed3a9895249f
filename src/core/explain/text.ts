import type { Regulation, Sanction } from '../regulation/schema.ts';
import type { Explanation } from './explain.ts';
import type { Figure } from './figure.ts';
import type { Language } from './language.ts';
import { numberText } from './number-text.ts';
import { withUnit } from './unit-text.ts';
import { KINDS, LABELS, OPERATIONS, SANCTION_NAMES } from './words.ts';

/** An explanation as a tree of lines, for people at a terminal. */
export function explanationText(
  { kind, id, figures }: Explanation,
  regulation: Regulation,
  language: Language,
): string {
  const lines = [`${id}, ${KINDS[kind][language]}`];
  figures.forEach((figure, at) => {
    branch(figure, '', at === figures.length - 1, regulation, language, lines);
  });
  return lines.join('\n') + '\n';
}

function branch(
  figure: Figure,
  indent: string,
  last: boolean,
  regulation: Regulation,
  language: Language,
  lines: string[],
): void {
  const name = figureName(figure, regulation, language);
  const how = figureHow(figure, language);
  const value = figureValue(figure, language);
  lines.push(`${indent}${last ? '└─' : '├─'} ${name}: ${value}${how && `, ${how}`}`);
  const deeper = indent + (last ? '   ' : '│  ');
  figure.inputs.forEach((input, at) => {
    branch(input, deeper, at === figure.inputs.length - 1, regulation, language, lines);
  });
}

/** What a figure is called: its label, what it is about, and the rule and citation where it is the result of one. */
export function figureName(figure: Figure, regulation: Regulation, language: Language): string {
  const { rule, label, operation } = figure;
  const about = aboutText(figure, language);
  const name = about === null ? LABELS[label][language] : `${LABELS[label][language]} ${about}`;
  if (rule === null) return name;
  const { citation } = regulation.rules[rule];
  const title = regulation.rules[rule].title[language];
  if (operation === 'parameter') return `${name} (${rule}, ${citation})`;
  const saysNothingNew = label === 'item' || name === title.toLowerCase();
  return saysNothingNew ? `${rule} ${title} (${citation})` : `${rule} ${title}, ${name} (${citation})`;
}

/** How a figure follows from its inputs, to be read before them: `somma di`; empty where it has none. */
export function figureHow({ operation, inputs }: Figure, language: Language): string {
  return inputs.length > 0 ? OPERATIONS[operation][language] : '';
}

/** The value of a figure as it is read, with its unit; on the way to a result with the decimals it has there. */
export function figureValue({ value, unit, operation, inputs }: Figure, language: Language): string {
  // The product of a value and its weight says nothing to anybody: the two do.
  if (operation === 'weighted') return inputs.map((input) => figureValue(input, language)).join(' × ');
  const least = unit === 'points' || unit === 'euro' ? 2 : 0;
  const most = unit === 'count' || unit === 'factor' ? 6 : 4;
  return withUnit(numberText(value, language, least, most), unit, language);
}

/** The value of a figure as it is published: no more than two decimals. */
export function publishedValue({ value, unit }: Figure, language: Language): string {
  const least = unit === 'points' || unit === 'euro' || unit === 'percent' ? 2 : 0;
  return withUnit(numberText(value, language, least, 2), unit, language);
}

/** Only a sanction is translated: what else a figure is about has an id or name of its own. */
function aboutText({ label, about }: Figure, language: Language): string | null {
  return label === 'sanction' && about !== null ? SANCTION_NAMES[about as Sanction][language] : about;
}
