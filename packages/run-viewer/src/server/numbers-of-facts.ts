import type { IndexedEntry } from '@entente/simulation-core/journal';

/**
 * Numbers of the entries that tell a story: every fact that still counts, and the places at which forks begin. Facts of a step that was asked
 * again are left out: the facts of the new answers follow.
 * @param from number of the first entry to look at
 */
export function numbersOfFacts(entries: readonly IndexedEntry[], from: number): readonly number[] {
  const numbers: number[] = [];
  let open = 0; // place in `numbers` from which facts belong to a step that has not ended
  for (let number = 0; number < entries.length; number++) {
    const type = entries[number]?.type;
    if (type === 'step-reasked') numbers.length = open;
    if (type === 'fact-recorded' || type === 'run-forked') numbers.push(number);
    if (type === 'step-ended' || type === 'run-forked') open = numbers.length;
  }
  return from === 0 ? numbers : numbers.filter((number) => number >= from);
}
