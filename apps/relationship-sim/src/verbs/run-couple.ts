import type { ConsoleIo, OptionValues, VerbCall } from '@entente/run-console';
import {
  carryOut,
  createJsonDisplay,
  createQuietDisplay,
  listKnown,
  openSession,
  reportBatch,
  type RunDisplay,
  runsFolder,
  tellRecord,
} from '@entente/run-console/session';
import type { JournalEntry } from '@entente/simulation-core';
import type { RunBlueprint, RunHeader } from '@entente/simulation-core/journal';
import { createFileStore } from '@entente/simulation-core/node';
import { chooseCouple } from '../couple-runs/choose-couples.js';
import { planCouples } from './plan-couples.js';
import { relationshipKind } from '../relationship-kind.js';
import { coupleStory } from '../story/couple-story.js';
import type { runOptions } from './couple-options.js';

/** Plays one couple and tells its story; a run on record is told from there. Returns the exit code. */
export async function runCouple({ words, io, options }: VerbCall<OptionValues<typeof runOptions>>): Promise<number> {
  const couple = chooseCouple(words[0]!);
  const folder = runsFolder(io.cwd, options.runsDir);
  const session = await openSession(io, { ...options, responders: relationshipKind.responders });
  try {
    const store = createFileStore({ folder, durability: options.durability });
    const { runs: known } = await listKnown(store, session);
    const plans = planCouples([couple], [options.seed], { session, options, known });
    const [plan] = plans;
    const display = displayFor(io, options, plan!.blueprint);
    const before = known.find((run) => run.runId === plan!.runId);
    if (before) await tellSoFar({ io, options, display, header: before.header, entries: store.read(before.runId) });
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

interface TellingOptions {
  readonly json: boolean;
  readonly quiet: boolean;
}

function displayFor(io: ConsoleIo, { json, quiet }: TellingOptions, blueprint: RunBlueprint): RunDisplay {
  if (json) return createJsonDisplay(io.stdout, { facts: true });
  return quiet ? createQuietDisplay(io.stderr) : coupleStory.display(io, blueprint);
}

/** Tells what is on record already: to programs as it is, to people with every score at its scene. */
async function tellSoFar({
  io,
  options: { json, quiet },
  display,
  header,
  entries,
}: {
  readonly io: ConsoleIo;
  readonly options: TellingOptions;
  readonly display: RunDisplay;
  readonly header: RunHeader;
  readonly entries: AsyncIterable<JournalEntry>;
}): Promise<void> {
  if (!json && !quiet) return tellRecord(coupleStory, { io, header, entries });
  for await (const entry of entries) if (entry.type === 'fact-recorded') display.entry(header.runId, entry);
}
