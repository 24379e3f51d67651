import { type Addresses, type Json, type PlannedRun, type Program, runIdentity, type RunSummary } from '@entente/simulation-core';
import type { RunBlueprint } from '@entente/simulation-core/journal';
import type { ModelSource } from '../session/model-source.js';
import { movedModels } from '../session/moved-models.js';
import type { RunKind } from './run-kind.js';

export interface RunRequest {
  /** Beginning of the run's name: `tree`. */
  readonly name: string;
  /** Spec of the run, or of each of its replicates where they differ in more than their number. */
  readonly spec: Json | ((replicate: number) => Json);
  readonly seed: string;
  /** Which repetition of the same run it is. @default 0, the first */
  readonly replicate?: number;
  readonly labels?: Readonly<Record<string, string>>;
}

/** A run as it is to be carried out, with what displays show of it. */
export interface Plan<State, Fact extends { readonly type: string }> extends PlannedRun<State, Fact> {
  readonly blueprint: RunBlueprint;
  /** A line to tell before the run is carried out. @default nothing */
  readonly note?: string | undefined;
}

/**
 * Gives a run its name: what it is about, its seed, its replicate unless that is the first, and eight digits of its
 * identity, so the same request always finds the same run: `tree~s1~9f3a01c2`.
 * @param known runs on record; with `further`, the first replicate from there on that is not among them is planned
 */
export function planRun<State, Fact extends { readonly type: string }>(
  kind: RunKind<State, Fact>,
  request: RunRequest,
  options: { readonly models: ModelSource; readonly known: readonly RunSummary[]; readonly further: boolean },
): Plan<State, Fact> {
  const { seed, labels = {} } = request;
  const specOf = (replicate: number): Json => (typeof request.spec === 'function' ? request.spec(replicate) : request.spec);
  const named = (replicate: number): string => {
    const identity = runIdentity({ program: kind.kind, spec: specOf(replicate), seed, replicate });
    return [request.name, `s${seed}`, ...(replicate > 0 ? [`r${replicate}`] : []), identity.slice(0, 8)].join('~');
  };
  let { replicate = 0 } = request;
  if (options.further) {
    const names = new Set(options.known.flatMap(({ runId, header }) => [runId, header.runId]));
    while (names.has(named(replicate))) replicate++;
  }
  const spec = specOf(replicate);
  const blueprint: RunBlueprint = { spec: spec as RunBlueprint['spec'], seed, labels };
  const { runId, listed, note } = findOnRecord(named(replicate), options.known);
  return {
    runId,
    listed,
    note,
    description: { spec, seed, replicate },
    labels,
    blueprint,
    program: (addresses): Program<State, Fact> => kind.buildProgram(blueprint, movedModels(options.models, addresses)),
  };
}

interface OnRecord {
  readonly runId: string;
  readonly listed?: RunSummary;
  readonly note?: string | undefined;
}

/**
 * The run's own name, or that of the folder that holds it now, where somebody renamed it: of several, one in which it has ended, else the one
 * that has got furthest, with a note about the choice.
 */
function findOnRecord(name: string, known: readonly RunSummary[]): OnRecord {
  const itself = known.find(({ runId }) => runId === name);
  if (itself) return { runId: name, listed: itself };
  const copies = known.filter(({ header }) => header.runId === name);
  const ended = copies.find(({ status }) => status === 'completed');
  if (ended) return { runId: ended.runId, listed: ended };
  const [furthest, ...others] = copies.toSorted((one, other) => (other.totals?.calls ?? 0) - (one.totals?.calls ?? 0));
  if (!furthest) return { runId: name };
  if (others.length === 0) return { runId: furthest.runId };
  const names = others.map(({ runId }) => runId).join(', ');
  return {
    runId: furthest.runId,
    note: `${furthest.runId} and ${names} are copies of ${name}, and none of them has ended: ${furthest.runId} has got furthest and is gone on with; resume another by its name to have that instead`,
  };
}

/**
 * A run on record as a plan: resumed where it stopped, skipped when it has ended.
 * @param moves models that move now, beside those that have moved before
 */
export function planFromRecord<State, Fact extends { readonly type: string }>(
  kind: RunKind<State, Fact>,
  { runId, header }: Pick<RunSummary, 'runId' | 'header'>,
  models: ModelSource,
  moves?: Addresses,
): Plan<State, Fact> {
  const { spec, seed, replicate, labels } = header;
  return {
    runId,
    description: { spec, seed, replicate },
    labels,
    blueprint: header,
    program: (addresses) => kind.buildProgram(header, movedModels(models, addresses)),
    addresses: moves,
  };
}
