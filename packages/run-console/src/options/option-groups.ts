import { LEAST_WIDTH } from '../cli/output-width.js';
import { needs, type OptionRule } from '../cli/option-rules.js';
import { choice, flag, text, type VerbOption, wholeNumber, withDefault } from '../cli/verb.js';
import { parseDollars, parseDuration, parseTokens, quantity } from './parse-quantities.js';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export const DEFAULT_RUNS_FOLDER = 'runs';

/** Where runs are kept; every verb has it. */
export const storeOptions = {
  runsDir: withDefault(text('--runs-dir <folder>', 'folder that holds a folder a run'), DEFAULT_RUNS_FOLDER),
} as const;

/** How results are laid out for people; every verb that prints tables has it. */
export const layoutOptions = {
  width: wholeNumber(
    '--width <columns>',
    "lay tables and text out for so many columns; else the terminal's, any number in a pipe",
    {
      least: LEAST_WIDTH,
    },
  ),
} as const;

/** What is told while something goes on. */
export const outputOptions = {
  json: flag('--json', 'events as JSON Lines on stdout, and nothing else there'),
  ...layoutOptions,
  quiet: flag('-q, --quiet', 'no progress, only results and errors'),
  logLevel: choice('--log-level <level>', 'log what the model clients do; debug shows requests, never keys', LOG_LEVELS),
  logFile: text('--log-file <file>', 'log to this file instead of stderr'),
} as const;

/** How models are reached, for every verb that may ask one; nothing here changes what a run becomes. */
export const clientOptions = {
  config: text('--config <file>', 'config file; else entente.config.yaml in this folder, if there is one'),
  latency: text('--latency <form>', 'how long the offline model takes: 0, fixed:50ms, lognormal:150ms,0.4'),
  maxConnections: wholeNumber('--max-connections <n>', 'most connections to one endpoint; else it is found by trying'),
} as const;

/** Limits the tokens of a whole command. @param flagName for programs in which `--max-tokens` means another limit */
export function tokenBudgetOption(flagName = '--max-tokens'): VerbOption<number | undefined> {
  return quantity(`${flagName} <n>`, 'stop, resumable, before more tokens are used; 500k, 2M', parseTokens);
}

/** How runs are carried out; nothing here changes what they become. */
export const carryOutOptions = {
  ...storeOptions,
  ...clientOptions,
  concurrency: wholeNumber(
    '--concurrency <n>',
    'most runs under way at once; else as many as the connections feed, at most 1000',
  ),
  schedule: withDefault(
    choice('--schedule <how>', 'calls of a run: all that may go at once, one at a time, or prompt by prompt in waves', [
      'concurrent',
      'sequential',
      'barriers',
    ]),
    'concurrent',
  ),
  durability: withDefault(
    choice('--durability <what>', 'answer: on the disk before it is used; process: safe from a crash of the program only', [
      'answer',
      'process',
    ]),
    'answer',
  ),
  maxCost: quantity('--max-cost <dollars>', 'stop, resumable, before more is spent', parseDollars),
  maxTokens: tokenBudgetOption(),
  maxWallTime: quantity('--max-wall-time <time>', 'stop, resumable, after this time; 90s, 20m, 2h', parseDuration),
  grace: withDefault(quantity('--grace <time>', 'how long calls in flight may take after a stop', parseDuration), 60_000, '60s'),
  ...outputOptions,
} as const;

/** For every verb that has `outputOptions`. */
export const outputRules: readonly OptionRule[] = [needs(['logFile'], ['logLevel'])];

/** For verbs that are given runs: says that a run named by its folder is not looked for. @param most how many of the words name runs @default all */
export function placeRule(most = Infinity): OptionRule {
  return ({ words, isGiven }) =>
    isGiven('runsDir') && words.length > 0 && words.slice(0, most).every((word) => /[/\\]/.test(word))
      ? { note: '--runs-dir has no effect here: every run is named by its folder.' }
      : undefined;
}

/** Deliberate repetition. */
export const replicateOptions = {
  new: flag('--new', 'a further replicate of runs that are on record already'),
} as const;
