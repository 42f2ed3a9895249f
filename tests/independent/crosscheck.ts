/**
 * Compares the core with the independent program on random cycles: `npm run crosscheck -- [FROM] [TO] [EMPLOYEES]`.
 * Prints every field that differs; exit code 1 if any does. Needs python3.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { checkInput } from '../../src/core/cycle/check.ts';
import { output } from '../../src/core/cycle/output.ts';
import { compute } from '../../src/core/compute.ts';
import { parseJson } from '../../src/cli/json.ts';
import { differences } from './differences.ts';

const [from = 0, to = 200, employees] = process.argv.slice(2).map(Number);
let differing = 0;
for (let seed = from; seed < to; seed++) {
  const size = employees === undefined ? [] : ['--employees', String(employees)];
  const input = python('random_cycles.py', ['--seed', String(seed), ...size]);
  const expected: unknown = JSON.parse(python('reference.py', [], input));
  const checked = checkInput(parseJson(input).document);
  const found = checked.ok
    ? differences(JSON.parse(JSON.stringify(output(compute(checked.input, checked.regulation)))), expected)
    : checked.faults.map((fault) => `refused: ${JSON.stringify(fault)}`);
  if (found.length === 0) continue;
  differing += 1;
  console.log(`seed ${seed}:\n  ${found.slice(0, 12).join('\n  ')}`);
}
console.log(`${to - from} cycles compared, ${differing} differ`);
process.exitCode = differing > 0 ? 1 : 0;

function python(program: string, args: readonly string[], input?: string): string {
  return execFileSync('python3', [join(import.meta.dirname, program), ...args], {
    ...(input === undefined ? {} : { input }),
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
}
