import type { GameFact, GameState } from '@entente/diplomacy-game';
import { readGameSpec, toJson } from '@entente/diplomacy-game/state';
import { type OptionValues, UsageError, type VerbCall } from '@entente/run-console';
import {
  carryOut,
  listKnown,
  openSession,
  planForks,
  reportBatch,
  runsFolder,
  type Session,
  keylessSession,
} from '@entente/run-console/session';
import { canonicalJson, type JournalStore } from '@entente/simulation-core';
import { createFileStore } from '@entente/simulation-core/node';
import { basename, dirname, join } from 'node:path';
import { changedGame, tableChanged } from '../runs/change-game.js';
import { toFact } from '../runs/game-edits.js';
import { assertDiariesKept, diariesLabel } from '../runs/keep-game-files.js';
import { describeGame, type GameKind, type GamePlan, planGames } from '../runs/plan-games.js';
import type { batchOptions } from './batch-options.js';
import { dryRun } from './dry-run.js';
import { findParent } from './fork-game.js';

export type BatchOptions = OptionValues<typeof batchOptions>;
type BatchCall = VerbCall<BatchOptions>;

/** Plays many games at once; returns the exit code. */
export async function playBatch(kind: GameKind, { io, options: given }: Pick<BatchCall, 'io' | 'options'>): Promise<number> {
  const options = withExperiment(given);
  const seeds = seedsOf(options);
  const session = await openSession(io, {
    ...options,
    responders: kind.responders,
    modelIds: (options.models ?? []).map((id) => id.replace(/^[A-Za-z]+=/, '')),
  });
  try {
    for (const note of whatTakesTheirPlace(options)) session.note(note);
    const folder = runsFolder(io.cwd, options.runsDir);
    const store = createFileStore({ folder, durability: options.durability });
    const plans =
      options.criticalStateBaseRun === undefined
        ? await freshGames(kind, { io, options, session, seeds, store })
        : await forkedGames(kind, { io, options, session, seeds, store }, options.criticalStateBaseRun);
    if (plans === null) return 0;
    const carriedOut = await carryOut({ io, kind, session, store, folder, plans, options });
    return reportBatch({ io, kind, plans, carriedOut, folder, runsDirFlag: options.runsDir, json: options.json });
  } finally {
    session.close();
  }
}

interface Batch {
  readonly io: BatchCall['io'];
  readonly options: BatchOptions;
  readonly session: Session;
  readonly seeds: readonly string[];
  readonly store: JournalStore;
}

/** `null` where nothing is to be played, only estimated. */
async function freshGames(kind: GameKind, { io, options, session, seeds, store }: Batch): Promise<readonly GamePlan[] | null> {
  const spec = await describeGame(options, { session: options.dryRun ? keylessSession(session) : session, cwd: io.cwd });
  if (options.dryRun) {
    dryRun({ io, session, specs: seeds.map(() => spec), json: options.json });
    return null;
  }
  const labels = diariesLabel(options);
  const { runs: known } = await listKnown(store, session);
  const plans = planGames(kind, { spec, seeds, labels }, { session, known, further: options.new });
  assertDiariesKept(
    options.diariesInSave === true,
    plans.map(({ runId }) => runId),
    known,
  );
  return plans;
}

/** One possible future each of the same moment of a game. */
async function forkedGames(
  kind: GameKind,
  { io, options, session, seeds, store }: Batch,
  base: string,
): Promise<readonly GamePlan[]> {
  const phase = options.resumeFromPhase;
  if (phase === undefined)
    throw new UsageError('--critical-state-base-run needs to know where the games begin; add --resume-from-phase S1903M.');
  const runsDir = /[/\\]/.test(base) ? dirname(base) : options.runsDir;
  const source = createFileStore({ folder: runsFolder(io.cwd, runsDir) });
  const parent = await findParent(source, basename(base), runsDir);
  const before = readGameSpec(parent.header);
  const spec = await changedGame(before, options, { session, cwd: io.cwd });
  const isChanged = canonicalJson(spec) !== canonicalJson(before);
  return planForks<GameState, GameFact>({
    kind,
    models: session.models,
    clock: session.clock,
    store: source,
    into: store,
    runId: parent.runId,
    step: phase,
    times: seeds.length,
    edit: isChanged ? { spec: toJson(spec), facts: [toFact(tableChanged(spec))], summary: 'other players or settings' } : {},
  });
}

/** Options with the folder of `--experiment-dir` in the place of `--runs-dir`. */
export function withExperiment(options: BatchOptions): BatchOptions {
  const { experimentDir, runsDir } = options;
  return { ...options, runsDir: experimentDir === undefined ? runsDir : join(experimentDir, 'runs') };
}

/** Seeds as they are named, or counted up from the first one (default 1), as in the Python harness. */
function seedsOf({ seeds, games = 1, seedBase = 1 }: BatchOptions): readonly string[] {
  return seeds ?? Array.from({ length: games }, (_, index) => String(seedBase + index));
}

function whatTakesTheirPlace({ analysisModules, compareTo, sigLevel, showall }: BatchOptions): readonly string[] {
  return [
    ...(analysisModules === undefined
      ? []
      : ['--analysis-modules is not needed: report and export read what is on record, at any time.']),
    ...(compareTo === undefined ? [] : [`--compare-to is not needed: lm-game report --compare A B compares games on record.`]),
    ...(sigLevel === undefined ? [] : ['--sig-level is not needed: report --compare gives intervals and corrected p-values.']),
    ...(showall ? ['--showall is not needed: report --compare shows every measure.'] : []),
  ];
}
