import type { VerbCall } from '@entente/run-console';
import { findRun, runsFolder } from '@entente/run-console/session';
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
  const named = await Promise.all(words.map((word) => findRun(word, { cwd: io.cwd, runsDir })));
  const stores =
    options['all'] === true ? [createFileStore({ folder: runsFolder(io.cwd, runsDir) })] : named.map(({ store }) => store);
  for (const [index, store] of stores.entries()) {
    const name = named[index]?.runId;
    for (const { runId, header, status } of await store.list(() => {})) {
      if (name === undefined ? status === 'completed' || header.program !== 'diplomacy' : runId !== name) continue;
      if (Object.values(readGameSpec(header).seats).some(({ model }) => model.provider === PERSON_PROVIDER)) return true;
    }
  }
  return false;
}
