import { expect, test } from 'vitest';
import { closingLine, judged, playwrightTotals, sum, vitestTotals } from './totals.mjs';

const results = (...statuses: string[]) => statuses.map((status) => ({ status }));

test("Vitest's tests are counted one by one", () => {
  const testResults = [
    { status: 'passed', assertionResults: results('passed', 'passed', 'pending') },
    { status: 'failed', assertionResults: results('failed', 'passed', 'todo') },
  ];
  expect(vitestTotals({ testResults })).toEqual({ passed: 3, failed: 1, skipped: 2 });
});

test('a file that could not be loaded is one failure', () => {
  const testResults = [{ status: 'failed', assertionResults: [] }];
  expect(vitestTotals({ testResults })).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('a Playwright test that passed only when repeated has failed', () => {
  const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 2 };
  expect(playwrightTotals({ stats })).toEqual({ passed: 4, failed: 2, skipped: 2 });
});

test('a runner that fails outside its tests, ran none or left no report has failed', () => {
  const passed = { passed: 3, failed: 0, skipped: 0 };
  expect(judged(passed, 0)).toEqual(passed);
  expect(judged(passed, 1)).toEqual({ ...passed, failed: 1 });
  expect(judged({ passed: 0, failed: 0, skipped: 5 }, 0)).toEqual({ passed: 0, failed: 1, skipped: 5 });
  expect(judged(undefined, 124)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('the closing line names skipped tests only when there are some', () => {
  const part = { passed: 2, failed: 0, skipped: 0 };
  expect(closingLine(sum([part, part]))).toBe('4 passed, 0 failed');
  expect(closingLine({ passed: 1, failed: 2, skipped: 3 })).toBe('1 passed, 2 failed, 3 skipped');
});
