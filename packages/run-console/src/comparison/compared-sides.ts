import { UsageError } from '../cli/console-error.js';

/**
 * The words after `--compare`: the two sides, and the runs that the report is to be about.
 * @returns `null` where nothing is compared
 * @throws UsageError where there is one side only
 */
export function comparedSides(
  words: readonly string[] | undefined,
): { readonly sides: readonly [a: string, b: string]; readonly runs: readonly string[] } | null {
  const [a, b, ...runs] = words ?? [];
  if (a === undefined) return null;
  if (b === undefined) throw new UsageError(`--compare names two; write --compare ${a} and the other one.`);
  return { sides: [a, b], runs };
}
