import type { ByPower } from '@entente/diplomacy-rules';
import type { Scope, StepScope } from '@entente/simulation-core';
import type { PowerAgent } from './agents/power-agent.js';
import type { GameFact, GameSettings, GameState, PhaseRecord, Seat } from './state/index.js';

/** Everybody at the table, and how it is played. */
export interface GameTable {
  readonly settings: GameSettings;
  /** Player of each power, as the first fact of the game keeps it. */
  readonly seats: ByPower<Seat>;
  readonly agents: ByPower<PowerAgent>;
  /** Sums up a phase for spectators; sees everything. Asked only with `settings.phaseSummaries`. */
  readonly narrator?: Narrator;
}

/** Tells spectators what happened. */
export interface Narrator {
  /** @throws ReplyError where the model gave nothing usable */
  summarizePhase(scope: Scope, record: PhaseRecord): Promise<string>;
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
