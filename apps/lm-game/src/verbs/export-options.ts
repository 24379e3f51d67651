import { ANALYSIS_FORMATS } from '@entente/diplomacy-analysis';
import {
  choice,
  clientOptions,
  flag,
  noEffect,
  type OptionRule,
  placeRule,
  rawOption,
  rawRule,
  storeOptions,
  text,
  withDefault,
} from '@entente/run-console';
import { gameSettingOptions } from '../runs/game-options.js';

const EXPORT_FORMATS = ['saved-game', 'lmvsgame', 'overview', 'responses', 'manifesto', 'log', ...ANALYSIS_FORMATS] as const;

/** Forms that have costs. */
const FORMS_WITH_COSTS = ['responses', 'game-analysis', 'phase-analysis'] as const;

export const exportOptions = {
  ...storeOptions,
  format: withDefault(choice('--format <form>', 'form of the export', EXPORT_FORMATS), 'saved-game'),
  out: text('--out <file>', 'write to this file instead of stdout'),
  ...rawOption,
  config: clientOptions.config,
  indent: flag('--indent', 'spread a saved game over many lines for people to read; the Python package loads one game per line'),
  diariesInSave: gameSettingOptions.diariesInSave,
} as const;

export const exportRules: readonly OptionRule[] = [
  placeRule(),
  noEffect({
    when: ({ values }) => values['format'] !== 'lmvsgame',
    options: ['diariesInSave'],
    because: 'only the form lmvsgame repeats diaries; add --format lmvsgame.',
  }),
  noEffect({
    when: ({ values }) => !FORMS_WITH_COSTS.some((form) => form === values['format']),
    options: ['config'],
    because: `the config file gives prices, and only the forms ${FORMS_WITH_COSTS.join(', ')} have costs.`,
  }),
  noEffect({
    when: ({ values }) => (values['format'] ?? 'saved-game') !== 'saved-game',
    options: ['indent'],
    because: 'only the form saved-game can be spread over lines; leave it out.',
  }),
  rawRule(['responses', ...ANALYSIS_FORMATS], 'saved-game'),
];
