import type { ByPower } from '@entente/diplomacy-rules';
import type { StepScope } from '@entente/simulation-core';
import type { Narrator } from './agents/phase-narrator.js';
import type { PowerAgent } from './agents/power-agent.js';
import type { GameFact, GameSettings, GameState, Seat } from './state/index.js';

/** Players and settings of a game. */
export interface GameTable {
  readonly settings: GameSettings;
  /** Player of each power, as the first fact of the game keeps it. */
  readonly seats: ByPower<Seat>;
  readonly agents: ByPower<PowerAgent>;
  /** Sums up a phase for spectators; sees everything. Asked only with `settings.phaseSummaries`. */
  readonly narrator?: Narrator | undefined;
}

/** The scope of a phase. */
export type GameScope = StepScope<GameState, GameFact>;

/** Work that a phase leaves for later, as `GameScope.defer` takes it. */
export interface WorkToDefer {
  readonly key: string;
  /** One of the kinds in `Program.deferred`. */
  readonly kind: string;
  readonly input: unknown;
}
