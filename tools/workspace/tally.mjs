/**
 * Counts of passed and failed checks; a build, a lint run or a package check counts as one, a test run as its tests.
 * @typedef {{ passed: number, failed: number, skipped: number }} Tally
 */

/** @type {Tally} */
export const nothingChecked = { passed: 0, failed: 0, skipped: 0 };

/** @param {boolean} passed @returns {Tally} */
export function tallyOfOne(passed) {
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
}

/** @param {readonly Tally[]} tallies @returns {Tally} */
export function addTallies(tallies) {
  return tallies.reduce(
    (sum, next) => ({ passed: sum.passed + next.passed, failed: sum.failed + next.failed, skipped: sum.skipped + next.skipped }),
    nothingChecked,
  );
}

/**
 * The line a test command ends with: `12 passed, 0 failed`, and `, 1 skipped` where there is something to say.
 * @param {Tally} tally
 */
export function formatTally({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * Reads a line written by `formatTally`; nothing if it is another line.
 * @param {string} line
 * @returns {Tally | undefined}
 */
export function parseTally(line) {
  const match = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/.exec(line.trim());
  if (match === null) return undefined;
  return { passed: Number(match[1]), failed: Number(match[2]), skipped: Number(match[3] ?? 0) };
}
