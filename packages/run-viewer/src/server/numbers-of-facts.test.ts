import type { IndexedEntry } from '@entente/simulation-core/journal';
import { expect, test } from 'vitest';
import { numbersOfFacts } from './numbers-of-facts.js';

const index = (...types: readonly IndexedEntry['type'][]): readonly IndexedEntry[] =>
  types.map((type) => ({ type, key: undefined, fact: undefined }));

test('facts and the place of a fork tell the story, from any entry on', () => {
  const entries = index('run-started', 'fact-recorded', 'run-forked', 'step-started', 'fact-recorded');
  expect([numbersOfFacts(entries, 0), numbersOfFacts(entries, 2), numbersOfFacts(entries, 9)]).toEqual([[1, 2, 4], [2, 4], []]);
});

test('facts of a step that was asked again do not count, those of finished steps do', () => {
  const entries = index('fact-recorded', 'step-ended', 'fact-recorded', 'run-interrupted', 'step-reasked', 'fact-recorded');
  expect(numbersOfFacts(entries, 0)).toEqual([0, 5]);
  expect(numbersOfFacts(entries, 3)).toEqual([5]);
});
