import { noEffect, type OptionRule, outputRules } from '@entente/run-console';
import type { coupleSettingOptions } from './verb-options.js';

type SettingOption = keyof typeof coupleSettingOptions;

/** Where a study file says what an option says elsewhere; the compiler asks for a line for each new setting. */
const STUDY_PLACES: { readonly [key in SettingOption]: string } = {
  model: 'model under settings',
  judgeModel: 'judgeModel under settings',
  embeddingModel: 'embeddingModel under settings',
  scenes: 'scenes under settings',
  interactionsPerScene: 'interactionsPerScene under settings',
  choices: 'choices under settings',
};

/** The same for what a batch without a study file says about how many runs there are. */
const BATCH_PLACES: Readonly<Record<string, string>> = {
  pairs: 'couples under settings',
  seeds: 'them under seeds',
  new: 'a greater number under replicates',
};

export const batchRules: readonly OptionRule[] = [
  noEffect({
    when: ({ words }) => words.length > 0,
    options: [...Object.keys(STUDY_PLACES), ...Object.keys(BATCH_PLACES)],
    because: (key) => `the study file says what is played; put ${{ ...STUDY_PLACES, ...BATCH_PLACES }[key] ?? 'it there'}.`,
  }),
  ...outputRules,
];
