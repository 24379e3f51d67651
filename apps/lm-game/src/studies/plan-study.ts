import { UsageError } from '@entente/run-console';
import { planRun, type Session } from '@entente/run-console/session';
import type { RunSummary } from '@entente/simulation-core';
import type { StudyRun } from '@entente/studies';
import { type GameSpec, toJson } from '../runs/game-spec.js';
import { describeGame, type GameKind, type GameOptions, type GamePlan } from '../runs/plan-games.js';
import { gameOptionsOfRun } from './game-options-of-run.js';

/** The game of every run, by the run's id. Runs that differ in seed or replicate alone share theirs. */
export async function describeStudyGames(
  runs: readonly StudyRun[],
  { session, options, cwd }: { readonly session: Session; readonly options: GameOptions; readonly cwd: string },
): Promise<ReadonlyMap<string, GameSpec>> {
  const told = new Set<string>();
  const onceEach: Session = {
    ...session,
    note: (message) => {
      if (!told.has(message)) session.note(message);
      told.add(message);
    },
  };
  const described = new Map<string, GameSpec>();
  const specs = new Map<string, GameSpec>();
  for (const run of runs) {
    const key = JSON.stringify([run.settings, run.seats?.models]);
    const spec = described.get(key) ?? (await describeGame(gameOptionsOfRun(run, options), { session: onceEach, cwd }));
    described.set(key, spec);
    specs.set(run.id, spec);
  }
  return specs;
}

/**
 * A plan for every run of a study. Its folder is named after the study, so that two studies never share a game, whose labels say to which
 * condition it belongs.
 * @throws UsageError where two runs would be one and the same game
 */
export function planStudy(
  kind: GameKind,
  runs: readonly StudyRun[],
  {
    session,
    specs,
    known,
    labels = {},
  }: {
    readonly session: Session;
    readonly specs: ReadonlyMap<string, GameSpec>;
    readonly known: readonly RunSummary[];
    /** For every run, beside those of the study. */
    readonly labels?: Readonly<Record<string, string>>;
  },
): readonly GamePlan[] {
  const planned = new Map<string, string>();
  return runs.map((run) => {
    const { id, study, seed, replicate } = run;
    const spec = specs.get(id);
    if (spec === undefined) throw new Error(`Nobody described the game of ${id}; plan the runs that were described.`);
    const request = { name: study, spec: toJson(spec), seed, replicate, labels: { ...labels, ...run.labels } };
    const plan = planRun(kind, request, { models: session.models, known, further: false });
    const same = planned.get(plan.runId);
    if (same !== undefined)
      throw new UsageError(
        `${same} and ${id} are the same game, so they say nothing about a difference; change or drop a condition.`,
      );
    planned.set(plan.runId, id);
    return plan;
  });
}
