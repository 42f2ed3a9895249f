import { CONTRADICTIONS, UNSAID, type OpenPoint } from './open-points.ts';
import { isReproduced, PUBLISHED_FIGURES, type Example, type PublishedFigure } from './published-figures.ts';

/**
 * The page `docs/published-figures.md`: what R publishes beside what the core computes from the example, then what
 * cannot be compared. It is written from data and has no date, so that it changes only when a figure does.
 */
export function publishedFiguresPage(example: Example): string {
  const parts = [
    INTRODUCTION,
    summary(example),
    '## Figures',
    FIGURES_NOTE,
    table(example),
    '## Where R does not agree with itself',
    pointList(CONTRADICTIONS),
    '## What R leaves unsaid',
    pointList(UNSAID),
  ];
  return `${parts.join('\n\n')}\n`;
}

const INTRODUCTION = `# Published figures

The _Relazione sulla performance 2025_ of the Comune di Cremona (**R**) publishes totals, means and extremes, never a
single sheet. \`examples/cremona-2025.json\` is a whole cycle made up around them: what R gives is given, the rest is
drawn by \`src/example/\` such that the calculation core comes to the published figures. No person in it exists. This
page and that file are written by \`npm run example\`; the tests compare every figure again.`;

const FIGURES_NOTE = `Every figure of chapter 3 of R, in its order. Names are in Italian, as in R; _from_ says whether the core computes the
figure (result) or is given it, alone or in parts that add up to it (input). The maxima, thresholds and percentages of
the rules are not repeated here: they are the parameters of the regulation \`cremona-2025\`, each with its citation.`;

function summary(example: Example): string {
  const reproduced = PUBLISHED_FIGURES.filter(isReproduced);
  const equal = reproduced.filter(({ published, compute }) => compute(example) === published).length;
  const results = reproduced.filter(({ from }) => from === 'result').length;
  return `${PUBLISHED_FIGURES.length} figures: ${equal} of ${reproduced.length} compared are equal (${results} results, ${reproduced.length - results} inputs),
${PUBLISHED_FIGURES.length - reproduced.length} cannot be compared, each for the reason given.`;
}

const HEADER = ['R', 'figure', 'published', 'computed', 'from', 'outcome'];

/** Padded to even columns, which is how the formatter of the project writes tables. */
function table(example: Example): string {
  const rows = PUBLISHED_FIGURES.map((figure) => rowOf(figure, example));
  const widths = HEADER.map((_, column) => Math.max(...[HEADER, ...rows].map((row) => row[column]!.length)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [line(HEADER), rule, ...rows.map(line)].join('\n');
}

function rowOf(figure: PublishedFigure, example: Example): string[] {
  const { section, what, published } = figure;
  if (!isReproduced(figure)) return [section, what, grouped(published), '—', '—', figure.why];
  const computed = figure.compute(example);
  const outcome = computed === published ? 'equal' : 'differs';
  return [section, what, grouped(published), grouped(computed), figure.from, outcome];
}

/** With a comma between thousands: `1,079.56`. */
function grouped(figure: string): string {
  return figure.replace(/^\d{4,}/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));
}

function pointList(points: readonly OpenPoint[]): string {
  return points.map(({ section, title, text }) => `- **${title}** (${section}). ${text}`).join('\n');
}
