import { POWERS } from '@entente/diplomacy-rules';
import { choice, type GivenOptions, needs, noEffect, type OptionRule, parsed, text } from '@entente/run-console';
import { gameSettingOptions } from '../runs/game-options.js';
import { readPower } from '../runs/seats-of-options.js';

export const promptsOptions = {
  power: parsed('--power <power>', `power that is asked (${POWERS.join(', ')}; default: FRANCE)`, (value) =>
    readPower(value, '--power'),
  ),
  promptsDir: text('--prompts-dir <folder>', 'folder with your own prompts'),
  prompts: gameSettingOptions.prompts,
  countrySpecificPrompts: gameSettingOptions.countrySpecificPrompts,
  twoStep: gameSettingOptions.twoStep,
  phase: choice('--phase <type>', 'type of phase that the prompt for orders is about', ['movement', 'retreat', 'adjustment']),
} as const;

const actionOf = ({ words }: { readonly words: readonly string[] }): string => words[0] ?? 'list';

export const promptsRules: readonly OptionRule[] = [
  noEffect({
    when: (given) => actionOf(given) === 'check',
    options: ['promptsDir', 'countrySpecificPrompts'],
    because: 'prompts check FOLDER tries all prompts of that folder, those for single powers too; leave it out.',
  }),
  noEffect({
    when: (given) => actionOf(given) === 'export',
    options: ['promptsDir', 'countrySpecificPrompts', 'twoStep', 'power', 'phase'],
    because: 'prompts export writes the built-in prompts for all powers; --simple-prompts chooses the short ones.',
  }),
  noEffect({
    when: (given) => actionOf(given) === 'show' && given.words[1] !== 'write-orders',
    options: ['phase'],
    because: 'it is about the prompt for orders; prompts show write-orders prints that one.',
  }),
  needs(['countrySpecificPrompts'], ['promptsDir']),
  (given: GivenOptions): string | undefined =>
    actionOf(given) === 'list' && given.words.length > 1
      ? `prompts list takes no name; prompts show ${given.words[1] ?? ''} prints one.`
      : undefined,
];
