import type { OptionValues, VerbCall } from '@entente/run-console';
import {
  carryOut,
  createJsonDisplay,
  createQuietDisplay,
  openSession,
  reportBatch,
  type RunDisplay,
  runsFolder,
} from '@entente/run-console/session';
import { createFileStore } from '@entente/simulation-core/node';
import type { runOptions } from '../cli/verb-options.js';
import { chooseCouple } from '../couple-runs/choose-couples.js';
import { planCouples } from '../couple-runs/plan-couples.js';
import { relationshipKind } from '../couple-runs/relationship-kind.js';
import { createStoryDisplay } from '../story/story-display.js';

/** Plays one couple and tells its story; a run on record is told from there. Returns the exit code. */
export async function runCouple({ words, io, options }: VerbCall<OptionValues<typeof runOptions>>): Promise<number> {
  const couple = chooseCouple(words[0]!);
  const folder = runsFolder(io.cwd, options.runsDir);
  const session = await openSession(io, { ...options, responders: relationshipKind.responders });
  try {
    const store = createFileStore({ folder, durability: options.durability });
    const known = await store.list();
    const plans = planCouples([couple], [options.seed], { session, options, known });
    const [first, second] = couple.partners;
    const display = displayFor(io, options, { A: first.name, B: second.name });
    const { runId } = plans[0]!;
    if (known.some((run) => run.runId === runId)) {
      for await (const entry of store.read(runId)) if (entry.type === 'fact-recorded') display.entry(runId, entry);
    }
    const carriedOut = await carryOut({ io, kind: relationshipKind, session, store, folder, plans, options, display });
    if (!options.json) io.stdout.write('\n');
    return reportBatch({
      io,
      kind: relationshipKind,
      plans,
      carriedOut,
      folder,
      runsDirFlag: options.runsDir,
      json: options.json,
    });
  } finally {
    session.close();
  }
}

function displayFor(
  io: VerbCall<unknown>['io'],
  { json, quiet }: { readonly json: boolean; readonly quiet: boolean },
  names: Parameters<typeof createStoryDisplay>[1],
): RunDisplay {
  if (json) return createJsonDisplay(io.stdout, { facts: true });
  return quiet ? createQuietDisplay(io.stderr) : createStoryDisplay(io, names);
}
