import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

/** A batch that is given twice: the second time every run has ended. */
export interface FinishedRuns {
  readonly command: 'relationship-sim' | 'lm-game';
  readonly options: readonly string[];
  readonly runs: number;
  /** The heap that the second batch may have, in MB. @default Node's own */
  readonly heapMb?: number;
}

/** The second batch: from the start of its process to its end. */
export interface FinishedRunsResult {
  readonly runs: number;
  readonly wallMs: number;
  readonly cpuMs: number;
  /** Resident memory of the whole process at its peak. */
  readonly peakMb: number;
}

type Spent = Pick<FinishedRunsResult, 'cpuMs' | 'peakMb'>;

/** A thousand couples of one scene: little of a journal is its middle, so that all that counts is the cost of a run. */
export const FINISHED_COUPLES: FinishedRuns = {
  command: 'relationship-sim',
  options: ['--model', 'offline', '--pairs', 'all', '--seeds', '125', '--scenes', '1'],
  runs: 1000,
};

/** Long journals in a small heap. */
export const FINISHED_GAMES: FinishedRuns = {
  command: 'lm-game',
  options: ['--models', 'offline', '--max-year', '1902', '--num-negotiation-rounds', '1', '--seeds', '60'],
  runs: 60,
  heapMb: 512,
};

/**
 * Plays a batch on the offline model in a folder of its own, then gives the same command again and measures that.
 * @throws Error where one of the two commands fails
 */
export async function finishedRuns({ command, options, runs, heapMb }: FinishedRuns): Promise<FinishedRunsResult> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-finished-'));
  const batch = ['batch', ...options, '--latency', '0', '--durability', 'process', '--quiet', '--runs-dir', folder];
  try {
    await runCommand(command, batch);
    const start = performance.now();
    const spent = await runCommand(command, batch, heapMb);
    return { runs, wallMs: performance.now() - start, ...spent };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

async function runCommand(command: FinishedRuns['command'], argv: readonly string[], heapMb?: number): Promise<Spent> {
  const heap = heapMb === undefined ? [] : [`--max-old-space-size=${heapMb}`];
  const child = fork(here(`../../../apps/${command}/bin/${command}.js`), argv, {
    execArgv: ['--import', new URL('./tell-spent.js', import.meta.url).href, ...heap],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  let spent: Spent | undefined;
  child.once('message', (message) => {
    spent = message as Spent;
  });
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  if (code !== 0 || spent === undefined) throw new Error(`${command} batch ended with ${signal ?? `code ${code}`}`);
  return spent;
}
