import type { VerbCall } from '@entente/run-console';
import { findRun, runsFolder } from '@entente/run-console/session';
import type { RunSummary } from '@entente/simulation-core';
import { createFileStore } from '@entente/simulation-core/node';
import { PERSON_PROVIDER } from '../runs/build-table.js';
import { readGameSpec } from '../runs/game-spec.js';

type AnyCall = VerbCall<Readonly<Record<string, unknown>>>;

/**
 * The same call with `--quiet` where one of its runs has a person at the terminal, whose lines a progress display would draw over. What is
 * wrong with the call is left for the verb to say.
 */
export async function quietForPeople<Call extends AnyCall>(call: Call): Promise<Call> {
  if (call.options['quiet'] === true || call.options['json'] === true) return call;
  const isSeated = await hasPerson(call).catch(() => false);
  return isSeated ? { ...call, options: { ...call.options, quiet: true } } : call;
}

async function hasPerson({ words, options, io }: AnyCall): Promise<boolean> {
  const runsDir = String(options['runsDir']);
  if (options['all'] === true) {
    const runs = await createFileStore({ folder: runsFolder(io.cwd, runsDir) }).list(() => {});
    return runs.some((run) => run.status !== 'completed' && run.header.program === 'diplomacy' && isPersonSeated(run));
  }
  for (const word of words) {
    const { runId, store } = await findRun(word, { cwd: io.cwd, runsDir });
    const run = await store.summary(runId);
    if (run && isPersonSeated(run)) return true;
  }
  return false;
}

function isPersonSeated({ header }: Pick<RunSummary, 'header'>): boolean {
  return Object.values(readGameSpec(header).seats).some(({ model }) => model.provider === PERSON_PROVIDER);
}
