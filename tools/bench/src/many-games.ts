import { runScenario, withProvider } from './run-in-process.js';
import type { GamesResult, MeasuredGame } from './seed-experiment/game-scenario.js';

/** Slow enough that a hundred games do not fill a processor. */
const LATENCY = 'lognormal:2000ms,0.6';
const RULES = { kind: 'games', maxYear: 1902, negotiationRounds: 2, planning: true, schedule: 'concurrent' } as const;

/** One game alone, and the same game among many in one process. */
export interface ManyGamesResult {
  readonly games: number;
  readonly failed: number;
  readonly aloneMs: number;
  readonly amongManyMs: number;
  /** Wall time over the longest chain of calls: alone, and the mean of all games at once. */
  readonly aloneOverChain: number;
  readonly amongManyOverChain: number;
  readonly calls: number;
  readonly cpuMsPerCall: number;
  readonly memoryMbPerGame: number;
}

export async function manyGames(games: number): Promise<ManyGamesResult> {
  const seeds = Array.from({ length: games }, (_, at) => String(at + 1));
  const play = (of: readonly string[]): Promise<GamesResult> =>
    withProvider(LATENCY, (providerUrl) => runScenario<GamesResult>({ ...RULES, providerUrl, seeds: of }));
  const alone = await play(seeds.slice(0, 1));
  const together = await play(seeds);
  const [first] = alone.games;
  const [same] = together.games;
  if (first === undefined || same === undefined) throw new Error('The first game failed; see above.');
  const overChain = ({ wallMs, criticalPathMs }: MeasuredGame): number => wallMs / criticalPathMs;
  return {
    games,
    failed: alone.failed + together.failed,
    aloneMs: first.wallMs,
    amongManyMs: same.wallMs,
    aloneOverChain: overChain(first),
    amongManyOverChain: together.games.reduce((sum, game) => sum + overChain(game), 0) / together.games.length,
    calls: together.calls,
    cpuMsPerCall: together.cpuMs / together.calls,
    memoryMbPerGame: together.memoryMbPerGame,
  };
}
