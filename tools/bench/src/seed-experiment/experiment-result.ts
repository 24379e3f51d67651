/** The five phases that the experiment is about, and the prompts that make each up. */
export const EXPERIMENT_PHASES = {
  'agent initialization': ['initialize-agent'],
  negotiation: ['write-messages', 'negotiation-diary'],
  'order generation': ['write-orders'],
  planning: ['make-plan'],
  'state update': ['phase-diary', 'update-state'],
} as const;

export type ExperimentPhase = keyof typeof EXPERIMENT_PHASES;

/** Seconds of one game under each schedule; the same latencies were drawn in all. */
export interface ExperimentGame {
  readonly seed: string;
  readonly calls: number;
  /** `--schedule sequential`, `--schedule barriers`, and what is done unless told otherwise. */
  readonly sequential: number;
  readonly barriers: number;
  readonly concurrent: number;
  /** The longest path of docs/diplomacy-dependencies.md, by the provider's log of the concurrent game. */
  readonly ideal: number;
  readonly levels: number;
}

/** Means over the games, in seconds. */
export interface ExperimentStage {
  /** All calls of the phase, one after another. */
  readonly before: number;
  /** With a barrier after every stage. */
  readonly barriers: number;
  /** Seconds that it adds to the concurrent game: its share of the longest chain. */
  readonly after: number;
  readonly calls: number;
}

/** All figures of the page. */
export interface ExperimentResult {
  readonly date: string;
  readonly machine: { readonly cpu: string; readonly cores: number; readonly node: string };
  readonly latency: string;
  readonly games: readonly ExperimentGame[];
  readonly stages: { readonly [P in ExperimentPhase]: ExperimentStage };
  /** One game at a constant 200 ms a call. */
  readonly constant: ExperimentGame;
  /** Of all input tokens of the concurrent games, by the simulated provider's accounting; 0 to 1. */
  readonly cachedShare: number;
}
