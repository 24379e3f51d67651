import { noEffect, type OptionRule } from '../cli/option-rules.js';

/** Refuses what says which runs count where runs are named one by one: then each of those counts, and no other. */
export const selectionRule: OptionRule = noEffect({
  when: ({ words, values: { compare } }) => words.length > 0 || (Array.isArray(compare) && compare.length > 2),
  options: ['include', 'acrossVersions'],
  because: 'the runs are named one by one, and each of them counts; leave out one or the other.',
});
