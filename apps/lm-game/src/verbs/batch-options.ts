import { GAME_SETTINGS } from '@entente/diplomacy-game/settings';
import {
  alsoCalled,
  besideStudyFile,
  decidedBy,
  flag,
  needs,
  noEffect,
  type OptionRule,
  parsed,
  parseSeeds,
  text,
  wholeNumber,
} from '@entente/run-console';
import { readPhase } from '../runs/chosen-settings.js';
import { gameVerbOptions, gameVerbRules } from './game-verb-options.js';

const { concurrency, new: further, ...gameOptions } = gameVerbOptions;

/** Options of a batch of new games; a demo has these alone. */
export const demoOptions = {
  ...gameOptions,
  concurrency: alsoCalled(concurrency, '--parallel <n>'),
  seeds: parsed('--seeds <list>', 'number of seeds (3), or the seeds themselves (1,5,9)', parseSeeds),
  games: alsoCalled(wholeNumber('--games <n>', 'number of games; their seeds count up from --seed-base'), '--iterations <n>'),
  seedBase: wholeNumber('--seed-base <n>', 'seed of the first game (default: 1)', { least: 0 }),
} as const;

export const batchOptions = {
  ...demoOptions,
  new: further,
  experimentDir: text('--experiment-dir <folder>', 'keep the games in the folder runs of this folder, instead of in --runs-dir'),
  criticalStateBaseRun: text('--critical-state-base-run <run>', 'make every game a fork of this run at --resume-from-phase'),
  resumeFromPhase: parsed('--resume-from-phase <phase>', 'first phase that those forks play', (value) =>
    readPhase(value, '--resume-from-phase'),
  ),
  analysisModules: text('--analysis-modules <list>', 'has no effect: report and export read the record at any time'),
  compareTo: text('--compare-to <folder>', 'has no effect: use report --compare A B'),
  sigLevel: text('--sig-level <alpha>', 'has no effect: report --compare gives intervals and p-values'),
  showall: flag('--showall', 'has no effect: report shows every measure'),
} as const;

/** Values of a demo for the options that only a batch has. */
export const NOT_IN_A_DEMO = {
  criticalStateBaseRun: undefined,
  resumeFromPhase: undefined,
  experimentDir: undefined,
  new: false,
  analysisModules: undefined,
  compareTo: undefined,
  sigLevel: undefined,
  showall: false,
} as const;

export const demoRules: readonly OptionRule[] = [
  ...gameVerbRules,
  decidedBy('seeds', ['games', 'seedBase'], '--seeds says which games there are'),
];

export const batchRules: readonly OptionRule[] = [
  besideStudyFile(GAME_SETTINGS, {
    seeds: 'them under seeds',
    games: 'their number under seeds',
    seedBase: 'each seed under seeds',
    new: 'a greater number under replicates',
  }),
  noEffect({
    when: ({ words }) => words.length > 0,
    options: ['criticalStateBaseRun', 'resumeFromPhase', 'analysisModules', 'compareTo', 'sigLevel', 'showall'],
    because: 'a study plays new games and compares them with report; leave it out.',
  }),
  ...demoRules,
  needs(['resumeFromPhase'], ['criticalStateBaseRun']),
  decidedBy('experimentDir', ['runsDir'], '--experiment-dir keeps the games in its folder runs'),
  decidedBy(
    'criticalStateBaseRun',
    ['seeds', 'seedBase'],
    'futures of a game on record are numbered instead of seeded, and --games gives their number',
  ),
  decidedBy('criticalStateBaseRun', ['new'], 'a greater --games draws further futures'),
  decidedBy('criticalStateBaseRun', ['dryRun'], 'a dry run estimates whole games only, not futures of --critical-state-base-run'),
  decidedBy(
    'criticalStateBaseRun',
    ['diariesInSave'],
    'forks keep the files that their game asked for (export --format lmvsgame --diaries-in-save writes them)',
  ),
];
