import { LEAST_WIDTH } from '../cli/output-width.js';
import { needs, type OptionRule } from '../cli/option-rules.js';
import { choice, flag, text, type VerbOption, wholeNumber, withDefault } from '../cli/verb.js';
import { parseDollars, parseDuration, parseTokens, quantity } from './parse-quantities.js';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export const DEFAULT_RUNS_FOLDER = 'runs';

/** Folder of runs; an option of every verb. */
export const storeOptions = {
  runsDir: withDefault(text('--runs-dir <folder>', 'folder that holds one folder for each run'), DEFAULT_RUNS_FOLDER),
} as const;

/** How results are laid out for people; every verb that prints tables has it. */
export const layoutOptions = {
  width: wholeNumber('--width <columns>', 'width of tables and text (default: that of the terminal; no limit in a pipe)', {
    least: LEAST_WIDTH,
  }),
} as const;

/** Output while a command is under way. */
export const outputOptions = {
  json: flag('--json', 'write events as JSON Lines to stdout, and nothing but events'),
  ...layoutOptions,
  quiet: flag('-q, --quiet', 'show results and errors only, no progress'),
  logLevel: choice('--log-level <level>', 'log the work of the model clients; debug shows requests, but never keys', LOG_LEVELS),
  logFile: text('--log-file <file>', 'log to this file instead of stderr'),
} as const;

/** How models are reached, for every verb that may ask one; nothing here changes what a run becomes. */
export const clientOptions = {
  config: text('--config <file>', 'config file (default: entente.config.yaml in this folder, if there is one)'),
  latency: text('--latency <form>', 'how long the offline model takes: 0, fixed:50ms, lognormal:150ms,0.4'),
  maxConnections: wholeNumber(
    '--max-connections <n>',
    'maximum number of connections to one endpoint (default: found by trying)',
  ),
} as const;

/** Limits the tokens of a whole command. @param flagName for programs in which `--max-tokens` means another limit */
export function tokenBudgetOption(flagName = '--max-tokens'): VerbOption<number | undefined> {
  return quantity(`${flagName} <n>`, 'stop at this number of tokens, e.g. 500k or 2M; resume continues', parseTokens);
}

/** How runs are carried out; nothing here changes what they become. */
export const carryOutOptions = {
  ...storeOptions,
  ...clientOptions,
  concurrency: wholeNumber(
    '--concurrency <n>',
    'maximum number of runs at once (default: as many as the connections feed, up to 1000)',
  ),
  schedule: withDefault(
    choice(
      '--schedule <how>',
      'order of the calls of a run: as many as possible at once, one at a time, or in waves of one prompt',
      ['concurrent', 'sequential', 'barriers'],
    ),
    'concurrent',
  ),
  durability: withDefault(
    choice(
      '--durability <what>',
      'answer: write each answer to disk before it is used; process: survive a crash of the program only',
      ['answer', 'process'],
    ),
    'answer',
  ),
  maxCost: quantity('--max-cost <dollars>', 'stop at this cost; resume continues', parseDollars),
  maxTokens: tokenBudgetOption(),
  maxWallTime: quantity('--max-wall-time <time>', 'stop after this time, e.g. 90s, 20m or 2h; resume continues', parseDuration),
  grace: withDefault(quantity('--grace <time>', 'time for calls in flight to finish after a stop', parseDuration), 60_000, '60s'),
  ...outputOptions,
} as const;

/** For every verb that has `outputOptions`. */
export const outputRules: readonly OptionRule[] = [needs(['logFile'], ['logLevel'])];

/**
 * For verbs that take names of runs: notes that `--runs-dir` has no effect where every run is named by its folder.
 * @param most number of words that name runs (default: all)
 */
export function placeRule(most = Infinity): OptionRule {
  return ({ words, isGiven }) =>
    isGiven('runsDir') && words.length > 0 && words.slice(0, most).every((word) => /[/\\]/.test(word))
      ? { note: '--runs-dir has no effect here: every run is named by its folder.' }
      : undefined;
}

/** Deliberate repetition. */
export const replicateOptions = {
  new: flag('--new', 'play another replicate of runs that are already recorded'),
} as const;
