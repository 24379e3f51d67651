import type { ModelSpec } from '@entente/llm-clients/contract';
import { digest, type Json } from '@entente/simulation-core';
import { canonicalJson } from '@entente/simulation-core/journal';
import { centersSoFar } from '../games/centers-by-year.js';
import type { GameMaterial } from '../analysis/material/game-material.js';
import { analysisPromptsDigest } from './prompts/analysis-prompts-digest.js';

/** Identity of an analysis: the game as far as it was played, the judge, and the words of the prompts. */
export interface AnalysisSpec {
  /** The run that is analysed. */
  readonly game: string;
  /** The movement phases that are analysed. */
  readonly phases: readonly string[];
  /** Digest of the material that the judge sees. */
  readonly material: string;
  readonly judge: ModelSpec;
  /** Digest of the prompts. */
  readonly prompts: string;
}

export function analysisSpec(runId: string, game: GameMaterial, judge: ModelSpec): AnalysisSpec {
  const { phases, state } = game;
  const shown = { phases, seats: state.seats, centers: centersSoFar(state), result: state.position.result ?? null };
  return {
    game: runId,
    phases: phases.map(({ phase }) => phase),
    material: digest(canonicalJson(JSON.parse(JSON.stringify(shown)) as Json)),
    judge,
    prompts: analysisPromptsDigest(),
  };
}

export const toJson = (spec: AnalysisSpec): Json => JSON.parse(JSON.stringify(spec)) as Json;
