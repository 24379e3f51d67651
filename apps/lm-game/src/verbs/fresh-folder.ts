import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { nodeClock } from '@entente/llm-clients';
import type { ConsoleIo } from '@entente/run-console';
import { assertWritable, runsFolder } from '@entente/run-console/session';

/** `runs/demo-game-2026-11-22-021536`, with a further number where two begin in one second. */
export async function freshFolder(io: ConsoleIo, runsDir: string): Promise<string> {
  const stamp = new Date((io.clock ?? nodeClock).now()).toISOString().slice(0, 19).replace('T', '-').replaceAll(':', '');
  await assertWritable(runsFolder(io.cwd, runsDir));
  for (let number = 1; ; number++) {
    const name = join(runsDir, `demo-game-${stamp}${number === 1 ? '' : `-${number}`}`);
    try {
      await mkdir(runsFolder(io.cwd, name));
      return name;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
  }
}
