import { replicateOptions, text, wholeNumber } from '@entente/run-console';
import { carryOutGameOptions } from '../game-verb-options.js';

/** An analysis is one run, and `--json` is a file here. */
const { json: _events, concurrency: _runs, ...carryOut } = carryOutGameOptions;

export const analyzeOptions = {
  model: text('--model <id>', 'who judges; else the model of the config file, else offline'),
  report: text('--report <file>', 'the analysis for people, as Markdown'),
  json: text('--json <file>', 'the analysis for programs, in the shape that viewers of game moments read'),
  maxPhases: wholeNumber('--max-phases <n>', 'only the first movement phases'),
  maxConcurrent: wholeNumber('--max-concurrent <n>', 'most calls at once; the same as --max-connections'),
  ...replicateOptions,
  ...carryOut,
} as const;
