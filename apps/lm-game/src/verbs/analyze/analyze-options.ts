import { replicateOptions, text, wholeNumber } from '@entente/run-console';
import { carryOutGameOptions } from '../game-verb-options.js';

/** An analysis is one run, and `--json` is a file here. */
const { json: _events, concurrency: _runs, ...carryOut } = carryOutGameOptions;

export const analyzeOptions = {
  model: text('--model <id>', 'model that judges (default: the model of the config file, otherwise offline)'),
  report: text('--report <file>', 'write the analysis to this file as Markdown'),
  json: text('--json <file>', 'write the analysis to this file as JSON, in the format that viewers of game moments read'),
  maxPhases: wholeNumber('--max-phases <n>', 'analyze only the first n movement phases'),
  maxConcurrent: wholeNumber('--max-concurrent <n>', 'maximum number of calls at once; same as --max-connections'),
  ...replicateOptions,
  ...carryOut,
} as const;
