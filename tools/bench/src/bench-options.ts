import { parseArgs } from 'node:util';

/** Everything that `bench` measures, by the name that `--only` takes. */
export const MEASUREMENTS = [
  'one couple, one call at a time',
  'one couple',
  'one couple, options offered',
  'one couple, by state',
  'one couple, no closing',
  'one couple, private matters',
  'one couple, as the predecessor',
  '20 couples',
  '100 couples',
  '1,000 couples',
  'prompts of a couple',
  'replay',
  'cost',
  'diplomacy',
  '100 games',
  '1,000 finished couples',
  '60 finished games',
] as const;
export type Measurement = (typeof MEASUREMENTS)[number];

export const BENCH_HELP = `Usage: npm run bench -- [options]
       npm run bench -- seed-experiment [--games=N] [--write]
       npm run bench -- viewer

Measures couples, games, batches of finished runs, replay, the cost of a call and the rules of Diplomacy against the simulated provider, prints tables, and writes
tools/bench/results/latest.json. Without options it measures everything, which takes about twenty minutes.

Options:
  --only TEXT   only what has TEXT in its name; other rows of latest.json stay as they are
  --list        the names, one a line
  --help

seed-experiment plays the experiment of the predecessor:
  --games N     games each way
  --write       writes docs/experiments too

viewer measures the page of runs in Chromium, on 10,000 runs and on games of 30 and 130 MB, which are made the first time.`;

export type BenchCommand =
  | { readonly kind: 'help' }
  | { readonly kind: 'list' }
  | { readonly kind: 'viewer' }
  | { readonly kind: 'seed-experiment'; readonly games: number | undefined; readonly write: boolean }
  | { readonly kind: 'measure'; readonly wanted: ReadonlySet<Measurement> };

/** Names the fault in the arguments, in one line. */
export class BenchUsageError extends Error {
  override readonly name = 'BenchUsageError';
}

/** @throws BenchUsageError where an option is not known or would have no effect, or a name fits nothing */
export function parseBenchArguments(argv: readonly string[]): BenchCommand {
  const { values, positionals } = readArguments(argv);
  const { only, games, write = false, list = false, help = false } = values;
  if (help) return { kind: 'help' };
  const [command, ...rest] = positionals;
  const strange = command === 'seed-experiment' || command === 'viewer' ? rest[0] : command;
  if (strange !== undefined)
    throw new BenchUsageError(`"${strange}" is no command; there are seed-experiment and viewer (see --help)`);
  if (command === 'viewer') {
    if (only !== undefined || games !== undefined || list || write)
      throw new BenchUsageError('viewer takes no options (see --help)');
    return { kind: 'viewer' };
  }
  if (command === 'seed-experiment') {
    if (only !== undefined || list) throw new BenchUsageError('--only and --list are not for seed-experiment (see --help)');
    if (games !== undefined && !/^[1-9]\d*$/.test(games))
      throw new BenchUsageError(`--games takes a whole number from 1, not "${games}"`);
    return { kind: 'seed-experiment', games: games === undefined ? undefined : Number(games), write };
  }
  if (games !== undefined || write) throw new BenchUsageError('--games and --write are for seed-experiment only (see --help)');
  if (list) return { kind: 'list' };
  const wanted = MEASUREMENTS.filter((name) => only === undefined || name.includes(only));
  if (wanted.length === 0) throw new BenchUsageError(`nothing has "${only}" in its name; there is ${MEASUREMENTS.join('; ')}`);
  return { kind: 'measure', wanted: new Set(wanted) };
}

function readArguments(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        only: { type: 'string' },
        games: { type: 'string' },
        write: { type: 'boolean' },
        list: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new BenchUsageError(`${(error as Error).message.split('. ', 1)[0]} (see --help)`);
  }
}
