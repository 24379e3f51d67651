import { basename, dirname } from 'node:path';
import { type OptionValues, UsageError } from '@entente/run-console';
import type { playOptions } from '../cli/verb-options.js';

export type PlayOptions = OptionValues<typeof playOptions>;

/** Options with `--run-dir` taken apart: its parent holds runs, and its name is the run's. */
export type PlacedOptions = PlayOptions & { readonly runId: string | undefined };

/** @throws UsageError where a folder is named for a game that is to be a further one */
export function withPlace(options: PlayOptions): PlacedOptions {
  const runDir = options.runDir ?? options.output;
  if (runDir === undefined) return { ...options, runId: undefined };
  if (options.new) throw new UsageError('--new begins a further game, and --run-dir names one; leave out one of them.');
  return { ...options, runsDir: dirname(runDir), runId: basename(runDir) };
}
