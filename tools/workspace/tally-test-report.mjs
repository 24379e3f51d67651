import { addTallies, nothingChecked, tallyOfOne } from './tally.mjs';

/** @typedef {import('./tally.mjs').Tally} Tally */
/**
 * The part of vitest's JSON report that is read here.
 * @typedef {{ readonly testResults: readonly { readonly status: string, readonly assertionResults: readonly { readonly status: string }[] }[] }} TestReport
 */

/**
 * Counts one package's tests. A file that failed without a failed test (it could not be loaded), a run that failed although all its
 * tests passed (an error nobody waited for), a run without a report (it crashed) and a run without any test each count as a failure.
 * @param {TestReport | undefined} report
 * @param {boolean} succeeded whether the test command itself ended well
 * @returns {Tally}
 */
export function tallyTestReport(report, succeeded) {
  if (report === undefined) return tallyOfOne(false);
  const tally = addTallies(report.testResults.map(tallyFile));
  const isEmpty = tally.passed + tally.failed + tally.skipped === 0;
  return tally.failed === 0 && (!succeeded || isEmpty) ? addTallies([tally, tallyOfOne(false)]) : tally;
}

/** @param {TestReport['testResults'][number]} file @returns {Tally} */
function tallyFile({ status, assertionResults }) {
  const tally = addTallies(
    assertionResults.map((test) =>
      test.status === 'passed' || test.status === 'failed'
        ? tallyOfOne(test.status === 'passed')
        : { ...nothingChecked, skipped: 1 },
    ),
  );
  return status === 'failed' && tally.failed === 0 ? addTallies([tally, tallyOfOne(false)]) : tally;
}
