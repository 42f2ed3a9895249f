/**
 * `npm run bench`: how long the core takes and how much memory, at the sizes of the contract. Each size runs in a
 * process of its own, so that its peak is its own. Figures are read, not asserted: machines differ.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkInput } from '../../src/core/cycle/check.ts';
import { streamedOutput } from '../../src/core/cycle/output.ts';
import { compute } from '../../src/core/compute.ts';
import { largeCycle } from './large-cycle.ts';

const SIZES = ['646', '100000', '1000000'];
/** What the command line runs with, see src/launch/accordo.mjs. */
const FLAGS = ['--no-allocation-site-pretenuring'];
const [size] = process.argv.slice(2);
if (size === undefined) {
  for (const each of SIZES)
    spawnSync(process.execPath, [...FLAGS, import.meta.filename, each], { stdio: 'inherit' });
} else if (size === '646') warm(example());
else once(largeCycle(Number(size), Number(size) / 500, Number(size)), Number(size));

function example(): unknown {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../../examples/cremona-2025.json'), 'utf8'));
}

function warm(document: unknown): void {
  const times = Array.from({ length: 200 }, () => run(document).total)
    .slice(100)
    .sort((a, b) => a - b);
  console.log(
    `646 people (the 2025 example), warm: median ${ms(times[50]!)}, slowest of 100 ${ms(times.at(-1)!)}`,
  );
}

function once(document: unknown, people: number): void {
  const before = peak();
  const { check, computing, output, total } = run(document);
  console.log(
    `${people.toLocaleString('en')} employees, as many responses: ${ms(total)} ` +
      `(check ${ms(check)}, compute ${ms(computing)}, output ${ms(output)}); ` +
      `peak memory ${peak()} MB, of which the input ${before} MB`,
  );
}

function run(document: unknown) {
  const start = performance.now();
  const checked = checkInput(document);
  if (!checked.ok) throw new Error('the input of the benchmark was refused');
  const afterCheck = performance.now();
  const cycle = compute(checked.input, checked.regulation);
  const afterCompute = performance.now();
  let employees = 0;
  for (const { pay } of streamedOutput(cycle).employees) if (pay !== '') employees += 1;
  const end = performance.now();
  if (employees === 0) throw new Error('no output');
  return {
    check: afterCheck - start,
    computing: afterCompute - afterCheck,
    output: end - afterCompute,
    total: end - start,
  };
}

function ms(milliseconds: number): string {
  return milliseconds < 1000 ? `${milliseconds.toFixed(1)} ms` : `${(milliseconds / 1000).toFixed(2)} s`;
}

/** Megabytes; the operating system's own figure. */
function peak(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}
