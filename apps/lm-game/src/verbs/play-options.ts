import { basename, dirname } from 'node:path';
import {
  alsoCalled,
  decidedBy,
  isOn,
  needs,
  noEffect,
  type OptionRule,
  type OptionValues,
  parsed,
  parseSeed,
  text,
  UsageError,
} from '@entente/run-console';
import { readPhase } from '../runs/chosen-settings.js';
import { readPower } from '../runs/seats-of-options.js';
import { gameVerbOptions, gameVerbRules } from './game-verb-options.js';

export const playOptions = {
  ...gameVerbOptions,
  human: parsed('--human <powers>', 'powers that you play at this terminal, separated by commas', (value) =>
    value.split(',').map((name) => readPower(name, '--human')),
  ),
  seed: alsoCalled(parsed('--seed <seed>', 'seed of everything random (default: 1)', parseSeed), '--seed-base <seed>'),
  runDir: alsoCalled(
    text('--run-dir <folder>', 'folder of this game, instead of a generated name in --runs-dir'),
    '--output <folder>',
  ),
  resumeFromPhase: parsed(
    '--resume-from-phase <phase>',
    'play the game of --run-dir again from this phase on, as a fork',
    (value) => readPhase(value, '--resume-from-phase'),
  ),
  criticalStateAnalysisDir: text(
    '--critical-state-analysis-dir <folder>',
    'folder of that fork (default: a folder beside the game)',
  ),
} as const;

export const playRules: readonly OptionRule[] = [
  ...gameVerbRules,
  needs(['criticalStateAnalysisDir'], ['resumeFromPhase']),
  noEffect({
    when: ({ values }) => isOn(values['runDir']),
    options: ['runsDir'],
    because: '--run-dir names the folder of the game itself; leave out one of them.',
  }),
  decidedBy(
    'resumeFromPhase',
    ['seed'],
    'a fork draws its own random numbers (batch --critical-state-base-run draws several futures)',
  ),
  decidedBy('resumeFromPhase', ['dryRun'], 'a dry run estimates whole games only, not one from --resume-from-phase on'),
  decidedBy(
    'resumeFromPhase',
    ['diariesInSave'],
    'a fork keeps the files that its game asked for (export --format lmvsgame --diaries-in-save writes them)',
  ),
];

export type PlayOptions = OptionValues<typeof playOptions>;

/** Options with `--run-dir` split: its parent holds runs, and its last part is the run's name. */
export type PlacedOptions = PlayOptions & { readonly runId: string | undefined };

/** @throws UsageError where a folder is named for a game that is to be a further one */
export function withPlace(options: PlayOptions): PlacedOptions {
  const { runDir } = options;
  if (runDir === undefined) return { ...options, runId: undefined };
  if (options.new) throw new UsageError('--new begins a further game, and --run-dir names one; leave out one of them.');
  return { ...options, runsDir: dirname(runDir), runId: basename(runDir) };
}
