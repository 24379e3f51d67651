import type { Schedule } from '@entente/simulation-core';

/** Games, each with a seed of its own, carried out together against the provider. */
export interface GamesScenario {
  readonly kind: 'games';
  readonly providerUrl: string;
  readonly seeds: readonly string[];
  readonly maxYear: number;
  readonly negotiationRounds: number;
  readonly planning: boolean;
  readonly schedule: Schedule;
}

/** Measurements of one game. */
export interface MeasuredGame {
  readonly seed: string;
  readonly calls: number;
  /** From the first entry of its journal to the last. */
  readonly wallMs: number;
  readonly levels: number;
  readonly criticalPathMs: number;
  readonly byPrompt: Readonly<
    Record<string, { readonly calls: number; readonly sequentialMs: number; readonly onCriticalPathMs: number }>
  >;
  /** How long calls of a prompt were under way, by prompt; times at which several were count once. */
  readonly wavesByPrompt: Readonly<Record<string, number>>;
  readonly inputTokens: number;
  readonly cachedTokens: number;
}

export interface GamesResult {
  readonly games: readonly MeasuredGame[];
  readonly failed: number;
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly calls: number;
  /** Resident memory at its peak less that before the first game, in MB, by game. */
  readonly memoryMbPerGame: number;
}
