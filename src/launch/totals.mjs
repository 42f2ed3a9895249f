/** @typedef {{ passed: number, failed: number, skipped: number }} Totals */

/** @typedef {{ status: string, assertionResults: { status: string }[] }} VitestFile */

/**
 * Counts Vitest's JSON report. A file that could not even be loaded has no test of its own: it counts as one failure.
 * @param {{ testResults: VitestFile[] }} report
 * @returns {Totals}
 */
export function vitestTotals({ testResults }) {
  const totals = { passed: 0, failed: 0, skipped: 0 };
  for (const file of testResults) {
    const failedBefore = totals.failed;
    for (const { status } of file.assertionResults) {
      if (status === 'passed') totals.passed += 1;
      else if (status === 'failed') totals.failed += 1;
      else totals.skipped += 1;
    }
    if (file.status === 'failed' && totals.failed === failedBefore) totals.failed += 1;
  }
  return totals;
}

/**
 * Counts Playwright's JSON report. A test that passed only when repeated has not passed.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number } }} report
 * @returns {Totals}
 */
export function playwrightTotals({ stats }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}

/**
 * What a runner is worth together with its exit code: an error outside any test is a failure too, and so is a
 * runner that ran nothing.
 * @param {Totals | undefined} totals undefined when there is no report
 * @param {number} exitCode
 * @returns {Totals}
 */
export function judged(totals, exitCode) {
  const counted = totals ?? { passed: 0, failed: 0, skipped: 0 };
  const isFaulty = exitCode !== 0 || counted.passed + counted.failed === 0;
  return isFaulty && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}

/**
 * @param {Totals[]} parts
 * @returns {Totals}
 */
export const sum = (parts) =>
  parts.reduce((a, b) => ({
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  }));

/**
 * The closing line of `npm test`.
 * @param {Totals} totals
 */
export const closingLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
