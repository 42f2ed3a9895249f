import type { Regulation, Sanction } from '../regulation/schema.ts';
import type { Explanation } from './explain.ts';
import type { Figure } from './figure.ts';
import { italianNumber } from './italian-number.ts';
import { KINDS, LABELS, OPERATIONS, SANCTION_NAMES, UNITS } from './words.ts';

/** An explanation as a tree of lines, for people at a terminal. */
export function explanationText({ kind, id, figures }: Explanation, regulation: Regulation): string {
  const lines = [`${id}, ${KINDS[kind]}`];
  figures.forEach((figure, at) => {
    branch(figure, '', at === figures.length - 1, regulation, lines);
  });
  return lines.join('\n') + '\n';
}

function branch(
  figure: Figure,
  indent: string,
  last: boolean,
  regulation: Regulation,
  lines: string[],
): void {
  const how = figure.inputs.length > 0 ? OPERATIONS[figure.operation] : '';
  lines.push(
    `${indent}${last ? '└─' : '├─'} ${figureName(figure, regulation)}: ${figureValue(figure)}${how && `, ${how}`}`,
  );
  const deeper = indent + (last ? '   ' : '│  ');
  figure.inputs.forEach((input, at) => {
    branch(input, deeper, at === figure.inputs.length - 1, regulation, lines);
  });
}

/** What a figure is called: its label, what it is about, and the rule and citation where it is the result of one. */
export function figureName(figure: Figure, regulation: Regulation): string {
  const { rule, label, operation } = figure;
  const about = aboutText(figure);
  const name = about === null ? LABELS[label] : `${LABELS[label]} ${about}`;
  if (rule === null) return name;
  const { title, citation } = regulation.rules[rule];
  if (operation === 'parameter') return `${name} (${rule}, ${citation})`;
  const saysNothingNew = label === 'item' || name === title.it.toLowerCase();
  return saysNothingNew ? `${rule} ${title.it} (${citation})` : `${rule} ${title.it}, ${name} (${citation})`;
}

/** The value of a figure as it is read in Italian, with its unit; on the way to a result with the decimals it has there. */
export function figureValue({ value, unit, operation, inputs }: Figure): string {
  // The product of a value and its weight says nothing to anybody: the two do.
  if (operation === 'weighted') return inputs.map(figureValue).join(' × ');
  const decimals = unit === 'points' || unit === 'euro' ? 2 : 0;
  return italianNumber(value, decimals, unit === 'count' || unit === 'factor' ? 6 : 4) + UNITS[unit];
}

/** The value of a figure as it is published: no more than two decimals. */
export function publishedValue({ value, unit }: Figure): string {
  const decimals = unit === 'points' || unit === 'euro' || unit === 'percent' ? 2 : 0;
  return italianNumber(value, decimals, 2) + UNITS[unit];
}

/** Only a sanction is translated: what else a figure is about has an id or name of its own. */
function aboutText({ label, about }: Figure): string | null {
  return label === 'sanction' && about !== null ? SANCTION_NAMES[about as Sanction] : about;
}
