/**
 * Prints "PASSED FAILED" from Vitest's JSON report: `node .ci/count-tests.mjs REPORT [TAG...]`. A skipped test counts as failed,
 * because here nothing is to be missing, unless it has one of the tags: those name what this machine cannot have. A test
 * file that could not be loaded has no tests to count, and counts as one failure; so does a report that is missing, or
 * without any test.
 */
import { readFileSync } from 'node:fs';

/** @typedef {{ status: string, fullName: string, tags?: string[] }} TestResult */

/**
 * @param {string} file
 * @param {string[]} excusedTags
 */
function count(file, excusedTags) {
  const report = JSON.parse(readFileSync(file, 'utf8'));
  /** @type {{ status: string, assertionResults: TestResult[] }[]} */
  const files = report.testResults;
  const brokenFiles = files.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const skipped = files
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(
      ({ status, tags = [] }) => status === 'skipped' && !tags.some((tag) => excusedTags.includes(tag)),
    );
  for (const { fullName } of skipped) console.error(`Skipped, which counts as failed: ${fullName}`);
  const failed = report.numFailedTests + brokenFiles + skipped.length;
  const nothingRan = report.numPassedTests + failed === 0;
  return [report.numPassedTests, nothingRan || (failed === 0 && report.success !== true) ? 1 : failed];
}

const [file = '', ...excusedTags] = process.argv.slice(2);
try {
  console.log(count(file, excusedTags).join(' '));
} catch (error) {
  console.error(`No test report: ${error instanceof Error ? error.message : String(error)}`);
  console.log('0 1');
}
