import type { ModelSpec } from '@entente/llm-clients/contract';
import { canonicalJson, digest, type Json } from '@entente/simulation-core';
import { centersByYear } from '../analysis/material/centers-by-year.js';
import type { GameMaterial } from '../analysis/material/game-material.js';
import { analysisPromptsDigest } from './prompts/analysis-prompts-digest.js';

/** What an analysis is made of: the same game, as far as it was played, judged by the same model in the same words, is the same analysis. */
export interface AnalysisSpec {
  /** The run that is analysed. */
  readonly game: string;
  /** The movement phases that are looked at. */
  readonly phases: readonly string[];
  /** Of all that the judge is shown of them. */
  readonly material: string;
  readonly judge: ModelSpec;
  /** Of the words of the prompts. */
  readonly prompts: string;
}

export function analysisSpec(runId: string, game: GameMaterial, judge: ModelSpec): AnalysisSpec {
  const { phases, state } = game;
  const shown = { phases, seats: state.seats, centers: centersByYear(state), result: state.position.result ?? null };
  return {
    game: runId,
    phases: phases.map(({ phase }) => phase),
    material: digest(canonicalJson(JSON.parse(JSON.stringify(shown)) as Json)),
    judge,
    prompts: analysisPromptsDigest(),
  };
}

export const toJson = (spec: AnalysisSpec): Json => JSON.parse(JSON.stringify(spec)) as Json;
