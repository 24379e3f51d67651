import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UsageError, type VerbCall } from '@entente/run-console';
import { carryOut, listKnown, openSession, reportBatch, runsFolder, keylessSession } from '@entente/run-console/session';
import { runIdentity, type RunSummary } from '@entente/simulation-core';
import { createFileStore } from '@entente/simulation-core/node';
import { assertDiariesKept, diariesLabel, FILE_LABELS } from '../runs/keep-game-files.js';
import { describeGame, type GameKind, type GamePlan, planGames } from '../runs/plan-games.js';
import { displayFor } from '../story/game-story.js';
import { dryRun } from './dry-run.js';
import { forkGame } from './fork-game.js';
import { type PlacedOptions, type PlayOptions, withPlace } from './play-options.js';

type PlayCall = VerbCall<PlayOptions>;

/** Plays one game and tells it; a game on record is told from there. Returns the exit code. */
export async function playGame(kind: GameKind, { io, options: given }: Pick<PlayCall, 'io' | 'options'>): Promise<number> {
  const options = withPlace(given);
  const session = await openSession(io, {
    ...options,
    responders: kind.responders,
    modelIds: (options.models ?? []).map((id) => id.replace(/^[A-Za-z]+=/, '')),
  });
  try {
    if (options.resumeFromPhase !== undefined)
      return await forkGame(kind, { io, session, options, phase: options.resumeFromPhase });
    const spec = await describeGame(options, { session: options.dryRun ? keylessSession(session) : session, cwd: io.cwd });
    if (options.dryRun) return dryRun({ io, session, specs: [spec], json: options.json });
    const folder = runsFolder(io.cwd, options.runsDir);
    const store = createFileStore({ folder, durability: options.durability });
    const { runs: known } = await listKnown(store, session);
    const seeds = [options.seed ?? '1'];
    const labels = { [FILE_LABELS.savedEachPhase]: 'true', ...diariesLabel(options) };
    const planned = planGames(kind, { spec, seeds, labels }, { session, known, further: options.new });
    const plans =
      options.runId === undefined ? planned : planned.map((plan) => inFolder(kind, plan, { ...options, cwd: io.cwd }, known));
    assertDiariesKept(options.diariesInSave === true, [plans[0]!.runId], known);
    const display = displayFor(io, options, spec);
    const { runId } = plans[0]!;
    if (known.some((run) => run.runId === runId)) {
      for await (const entry of store.read(runId)) if (entry.type === 'fact-recorded') display.entry(runId, entry);
    }
    const carriedOut = await carryOut({ io, kind, session, store, folder, plans, options, display });
    if (!options.json) io.stdout.write('\n');
    return reportBatch({ io, kind, plans, carriedOut, folder, runsDirFlag: options.runsDir, json: options.json });
  } finally {
    session.close();
  }
}

/** The game under the name that was asked for. @throws UsageError where another game has it already, or the folder holds something else */
function inFolder(
  kind: GameKind,
  plan: GamePlan,
  options: PlacedOptions & { readonly cwd: string },
  known: readonly RunSummary[],
): GamePlan {
  const runId = options.runId ?? plan.runId;
  const shown = join(options.runsDir, runId);
  const there = known.find((run) => run.runId === runId);
  if (there !== undefined && there.header.identity !== runIdentity({ ...plan.description, program: kind.kind }))
    throw new UsageError(
      `${shown} holds another game (its models, settings, prompts or seed differ); name another folder, or go on with that one: npx lm-game resume ${shown}.`,
    );
  if (there === undefined && existsSync(resolve(options.cwd, shown, 'lmvsgame.json')))
    throw new UsageError(`${shown} holds a game that another program played; it is left alone, so name another folder.`);
  return { ...plan, runId };
}
