import { type GivenOptions, noEffect, type OptionRule } from '@entente/run-console';
import { coupleSettingOptions } from '../couple-runs/couple-settings.js';

export const promptsOptions = {
  promptsDir: coupleSettingOptions.promptsDir,
  choices: coupleSettingOptions.choices,
} as const;

const actionOf = ({ words }: { readonly words: readonly string[] }): string => words[0] ?? 'list';

export const promptsRules: readonly OptionRule[] = [
  noEffect({
    when: (given) => actionOf(given) === 'check',
    options: ['promptsDir'],
    because: 'prompts check FOLDER names the folder itself; leave it out.',
  }),
  noEffect({
    when: (given) => actionOf(given) === 'export',
    options: ['promptsDir', 'choices'],
    because: 'prompts export writes all words as they ship; leave it out.',
  }),
  (given: GivenOptions): string | undefined =>
    actionOf(given) === 'list' && given.words.length > 1
      ? `prompts list takes no name; prompts show ${given.words[1] ?? ''} prints one.`
      : undefined,
];
