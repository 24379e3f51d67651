import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ConsoleIo, OptionValues, VerbCall } from '@entente/run-console';
import { nodeClock } from '@entente/llm-clients';
import { assertWritable, runsFolder } from '@entente/run-console/session';
import type { demoOptions } from '../cli/verb-options.js';
import { COUPLES } from '../couples/couples.js';
import { runCouples } from './run-batch.js';

const COUPLES_SHOWN = 6;
/** As long as a quick real model takes, so that what is seen is what concurrency does. */
const LATENCY = 'lognormal:150ms,0.25';

/** A batch on the offline model, in a fresh folder, so that it is played live each time. */
export async function runDemo({ io, options }: VerbCall<OptionValues<typeof demoOptions>>): Promise<number> {
  const model = options.model ?? 'offline';
  return runCouples({
    io,
    options: {
      ...options,
      dryRun: false,
      new: false,
      model,
      pairs: options.pairs ?? COUPLES.slice(0, COUPLES_SHOWN).map(({ id }) => id),
      interactionsPerScene: options.interactionsPerScene ?? 1,
      latency: options.latency ?? (/^offline\b/.test(model) ? LATENCY : undefined),
      runsDir: await freshFolder(io, options.runsDir),
    },
  });
}

/** `runs/demo-2026-11-22-021536`, with a further number where two begin in one second. */
async function freshFolder(io: ConsoleIo, runsDir: string): Promise<string> {
  const stamp = new Date((io.clock ?? nodeClock).now()).toISOString().slice(0, 19).replace('T', '-').replaceAll(':', '');
  await assertWritable(runsFolder(io.cwd, runsDir));
  for (let number = 1; ; number++) {
    const name = join(runsDir, `demo-${stamp}${number === 1 ? '' : `-${number}`}`);
    try {
      await mkdir(runsFolder(io.cwd, name));
      return name;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
  }
}
