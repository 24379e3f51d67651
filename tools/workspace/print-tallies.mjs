import { addTallies, formatTally } from './tally.mjs';

/** @typedef {import('./tally-tasks.mjs').Checked} Checked */

/**
 * Prints a line for each thing that was checked, and last the line that adds them up.
 * @param {readonly Checked[]} checked
 * @returns {number} an exit code
 */
export function printTallies(checked) {
  const width = Math.max(...checked.map(({ name }) => name.length));
  console.log(
    `\n${checked.map(({ name, tally }) => `${tally.failed > 0 ? '✖' : '✔'} ${name.padEnd(width)}  ${formatTally(tally)}`).join('\n')}\n`,
  );
  const total = addTallies(checked.map(({ tally }) => tally));
  console.log(formatTally(total));
  return total.failed > 0 ? 1 : 0;
}
