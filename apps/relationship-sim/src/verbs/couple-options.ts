import {
  besideStudyFile,
  carryOutOptions,
  flag,
  type OptionRule,
  outputRules,
  parsed,
  parseSeed,
  parseSeeds,
  replicateOptions,
  withDefault,
} from '@entente/run-console';
import { COUPLE_SETTINGS, coupleSettingOptions, couplesOption } from '../couple-runs/couple-settings.js';

/** Options of a run of one couple. */
export const runOptions = {
  ...coupleSettingOptions,
  ...replicateOptions,
  ...carryOutOptions,
  seed: withDefault(parsed('--seed <seed>', 'seed of everything random', parseSeed), '1'),
} as const;

/** Options of a demo: those of a batch without `--new`, as it plays in a folder of its own, where nothing can be repeated. */
export const demoOptions = {
  ...coupleSettingOptions,
  ...carryOutOptions,
  couples: couplesOption,
  seeds: parsed('--seeds <list>', 'number of seeds (3), or the seeds themselves (1,5,9) (default: 1)', parseSeeds),
} as const;

export const batchOptions = {
  ...demoOptions,
  ...replicateOptions,
  dryRun: flag('--dry-run', 'estimate calls, tokens, cost and time without asking a model'),
} as const;

export const batchRules: readonly OptionRule[] = [
  besideStudyFile(COUPLE_SETTINGS, { seeds: 'them under seeds', new: 'a greater number under replicates' }),
  ...outputRules,
];
