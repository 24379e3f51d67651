import type { GameFact, GameState } from '@entente/diplomacy-game';
import { readGameSpec, toJson } from '@entente/diplomacy-game/state';
import type { Phase } from '@entente/diplomacy-rules';
import { type ConsoleIo, UsageError } from '@entente/run-console';
import { carryOut, planFromRecord, reportBatch, type RunDisplay, runsFolder, type Session } from '@entente/run-console/session';
import {
  canonicalJson,
  EmptyJournalError,
  forkRun,
  type JournalStore,
  type Json,
  type RunSummary,
} from '@entente/simulation-core';
import { createFileStore } from '@entente/simulation-core/node';
import { basename, dirname, join } from 'node:path';
import { changedGame, tableChanged } from '../runs/change-game.js';
import { toFact } from '../runs/game-edits.js';
import type { GameKind } from '../runs/plan-games.js';
import { displayFor } from '../story/game-story.js';
import type { PlacedOptions } from './play-options.js';

/** Plays a game on record anew from a phase on, into a folder of its own; the same command again goes on with that. */
export async function forkGame(
  kind: GameKind,
  {
    io,
    session,
    options,
    phase,
  }: { readonly io: ConsoleIo; readonly session: Session; readonly options: PlacedOptions; readonly phase: Phase },
): Promise<number> {
  if (options.runId === undefined)
    throw new UsageError('--resume-from-phase needs the game it is about; add --run-dir runs/<game>.');
  const target = options.criticalStateAnalysisDir;
  const targetDir = target === undefined ? options.runsDir : dirname(target);
  const folder = runsFolder(io.cwd, targetDir);
  const store = createFileStore({ folder, durability: options.durability });
  const source = createFileStore({ folder: runsFolder(io.cwd, options.runsDir) });
  const parent = await findParent(source, options.runId, options.runsDir);
  const spec = await changedGame(readGameSpec(parent.header), options, { session, cwd: io.cwd });
  const fork = await forkAt({
    parent,
    phase,
    source,
    store,
    kind,
    spec: toJson(spec),
    facts: [toFact(tableChanged(spec))],
    clock: session.clock,
    runId: target === undefined ? undefined : basename(target),
  });
  const plan = planFromRecord<GameState, GameFact>(kind, fork, session.models);
  const display: RunDisplay = displayFor(io, options, spec);
  const carriedOut = await carryOut({ io, kind, session, store, folder, plans: [plan], options, display });
  return reportBatch({ io, kind, plans: [plan], carriedOut, folder, runsDirFlag: targetDir, json: options.json });
}

/** One run of a store; undefined where nothing of it is on record. @throws what is wrong with its journal */
async function onRecord(store: JournalStore, runId: string): Promise<RunSummary | undefined> {
  return store.summary(runId).catch((error: unknown) => {
    if (error instanceof EmptyJournalError) return undefined;
    throw error;
  });
}

/** @throws UsageError */
export async function findParent(store: JournalStore, runId: string, runsDir: string): Promise<RunSummary> {
  const parent = await onRecord(store, runId);
  if (parent) return parent;
  throw new UsageError(`There is no game on record in ${join(runsDir, runId)}; the runs verb lists those that are.`);
}

export interface ForkRequest {
  readonly kind: GameKind;
  readonly parent: RunSummary;
  readonly phase: Phase;
  /** Stores of the parent and of the fork. */
  readonly source: JournalStore;
  readonly store: JournalStore;
  readonly spec: Json;
  readonly facts: readonly ({ readonly type: string } & Readonly<Record<string, Json>>)[];
  readonly clock: Session['clock'];
  readonly runId?: string | undefined;
  readonly future?: number;
}

/** The fork as it stands on record, begun now where it is not there yet. @throws UsageError where the folder holds another run */
export async function forkAt(request: ForkRequest): Promise<RunSummary> {
  const { kind, parent, phase, source, store, spec, facts, clock, runId, future = 0 } = request;
  const name = runId ?? `${parent.runId.slice(0, 90)}~${phase}${future === 0 ? '' : `-${future}`}`;
  const there = await onRecord(store, name);
  if (there !== undefined) {
    const from = there.header.forkedFrom;
    const isSame =
      from?.runId === parent.header.runId &&
      from.step === phase &&
      canonicalJson(readGameSpec(there.header)) === canonicalJson(readGameSpec({ spec: spec as typeof there.header.spec }));
    if (isSame) return there;
    throw new UsageError(`${name} is on record already, and is another game than the one asked for; name another folder.`);
  }
  await forkRun(parent.runId, {
    store: source,
    into: store,
    clock,
    packageVersion: kind.packageVersion,
    at: phase,
    future,
    spec,
    facts,
    runId: name,
  });
  const fork = await onRecord(store, name);
  if (fork === undefined) throw new Error(`${name} was begun and is not there.`);
  return fork;
}
