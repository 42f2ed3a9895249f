// npm test: every test of the project, in Node and in a real browser; the last line is the sum.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './address.mjs';
import { ensureBrowser } from './browser.mjs';
import { ensureBuild, syncTypes } from './build.mjs';
import { run } from './child.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { reportFailure } from './failure.mjs';
import { nodePath } from './node-runtime.mjs';
import { inRoot } from './paths.mjs';
import { onStop } from './stop.mjs';
import { closingLine, judged, playwrightTotals, sum, vitestTotals } from './totals.mjs';

const runnerSeconds = 20 * 60;
/** Arguments narrow the run to some Vitest tests: `npm test -- src/core`. */
const narrowed = process.argv.slice(2);

// Ending this process ends its children: see child.mjs.
onStop((code) => process.exit(code));
const scratch = mkdtempSync(join(tmpdir(), 'accordo-test-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true, maxRetries: 3 }));

/**
 * @template T, R
 * @param {string} file
 * @param {(report: T) => R} count
 * @returns {R | undefined}
 */
function readReport(file, count) {
  try {
    return count(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

/** @param {string} browser */
async function runVitest(browser) {
  const report = join(scratch, 'vitest.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...narrowed];
  const code = await run(nodePath(), [inRoot('node_modules', 'vitest', 'vitest.mjs'), ...args], {
    seconds: runnerSeconds,
    env: { CHROMIUM_PATH: browser },
  });
  return judged(readReport(report, vitestTotals), code);
}

/** @param {string} browser */
async function runPlaywright(browser) {
  const report = join(scratch, 'playwright.json');
  const args = ['test', '--reporter=list,json'];
  const code = await run(nodePath(), [inRoot('node_modules', '@playwright', 'test', 'cli.js'), ...args], {
    seconds: runnerSeconds,
    env: {
      CHROMIUM_PATH: browser,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      ACCORDO_TEST_PORT: String(await freePort('127.0.0.1')),
      ACCORDO_TEST_DATA: join(scratch, 'data'),
    },
  });
  return judged(readReport(report, playwrightTotals), code);
}

try {
  await ensureDependencies();
  const browser = await ensureBrowser();
  await syncTypes();
  const parts = [];
  if (narrowed.length > 0) {
    console.log('Solo i test indicati: le prove del portale intero (Playwright) restano fuori.');
    parts.push(await runVitest(browser));
  } else {
    await ensureBuild();
    parts.push(await runVitest(browser), await runPlaywright(browser));
  }
  const totals = sum(parts);
  console.log(`\n${closingLine(totals)}`);
  process.exitCode = totals.failed > 0 ? 1 : 0;
} catch (error) {
  reportFailure(error);
}
