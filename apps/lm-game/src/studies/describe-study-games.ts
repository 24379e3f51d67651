import type { GameSpec } from '@entente/diplomacy-game/state';
import type { Session } from '@entente/run-console/session';
import type { StudyRun } from '@entente/studies';
import type { GameOptions } from '../runs/game-options.js';
import { describeGame } from '../runs/plan-games.js';
import { gameOptionsOfRun } from './game-options-of-run.js';

/** The game of every run, by the run's id. Runs that differ in seed or replicate alone share theirs. */
export async function describeStudyGames(
  runs: readonly StudyRun[],
  { session, options, cwd }: { readonly session: Session; readonly options: GameOptions; readonly cwd: string },
): Promise<ReadonlyMap<string, GameSpec>> {
  const described = new Map<string, GameSpec>();
  const specs = new Map<string, GameSpec>();
  for (const run of runs) {
    const key = JSON.stringify([run.settings, run.seats?.models]);
    const spec = described.get(key) ?? (await describeGame(gameOptionsOfRun(run, options), { session, cwd }));
    described.set(key, spec);
    specs.set(run.id, spec);
  }
  return specs;
}
