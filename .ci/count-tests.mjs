/**
 * Prints "PASSED FAILED" from Vitest's JSON report: `node .ci/count-tests.mjs REPORT`. A test file that could not be
 * loaded has no tests to count, and counts as one failure; so does a report that is missing, or without any test.
 */
import { readFileSync } from 'node:fs';

/** @param {string} file */
function count(file) {
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const brokenFiles = report.testResults.filter(
    (/** @type {{ status: string, assertionResults: { status: string }[] }} */ result) =>
      result.status === 'failed' && !result.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const failed = report.numFailedTests + brokenFiles;
  const nothingRan = report.numPassedTests + failed === 0;
  return [report.numPassedTests, nothingRan || (failed === 0 && report.success !== true) ? 1 : failed];
}

try {
  console.log(count(process.argv[2] ?? '').join(' '));
} catch (error) {
  console.error(`No test report: ${error instanceof Error ? error.message : String(error)}`);
  console.log('0 1');
}
