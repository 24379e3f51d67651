import type { EmbeddingModel, LanguageModel } from '@entente/llm-clients';
import { canonicalJson, digest, type Program, promptCallsDigest } from '@entente/simulation-core';
import {
  type RelationshipFact,
  relationshipProgram,
  type RelationshipSettings,
  type RelationshipState,
} from '@entente/relationship';
import { agentPromptSamples, RelationshipAgent } from '@entente/relationship-agent';
import { directorPromptSamples, SCENARIOS, SceneMaster } from '@entente/scene-master';
import type { Couple, PartnerProfile } from './couples/couple.js';
import { playScene } from './play-scene.js';

/** Models by role. */
export interface RelationshipModels {
  /** Speaks for partner A, or for both. */
  readonly actor: LanguageModel;
  /** Speaks for partner B. @default actor */
  readonly secondActor?: LanguageModel | undefined;
  readonly director: LanguageModel;
  /** Scores commitment. @default director */
  readonly judge?: LanguageModel | undefined;
  /** Finds memories by meaning. @default none: memories are found by feeling alone */
  readonly embedding?: EmbeddingModel | undefined;
}

/** Couple, models and settings of a run. */
export interface RelationshipOptions {
  readonly couple: Couple;
  readonly models: RelationshipModels;
  readonly settings: RelationshipSettings;
}

/** Builds the program of a couple: two agents, a director, and `playScene`. */
export function coupleProgram({ couple, models, settings }: RelationshipOptions): Program<RelationshipState, RelationshipFact> {
  const [first, second] = couple.partners;
  const agentFor = (profile: PartnerProfile, model: LanguageModel) => new RelationshipAgent({ ...profile, model });
  const actors = { A: agentFor(first, models.actor), B: agentFor(second, models.secondActor ?? models.actor) };
  const director = new SceneMaster({ agents: [actors.A, actors.B], model: models.director, judgeModel: models.judge });
  return relationshipProgram({ director, actors, settings, playScene, embeddingModel: models.embedding });
}

/** Everything but the seed that decides a run: couple, models, settings, and prompts and scenarios by content. */
export interface RelationshipSpec {
  readonly couple: Couple;
  readonly models: {
    readonly actor: ModelName;
    readonly secondActor: ModelName;
    readonly director: ModelName;
    readonly judge: ModelName;
    readonly embedding: ModelName | null;
  };
  readonly settings: RelationshipSettings;
  /** Digest of all prompts: a change of one word makes other runs. */
  readonly prompts: string;
  /** Digest of all scenarios. */
  readonly scenarios: string;
}

/** Model as the record names it, never with a key. */
export interface ModelName {
  readonly provider: string;
  readonly modelId: string;
  readonly baseUrl: string | null;
}

/** Spec of a run for its identity and its header: plain data from which the app can rebuild the program. */
export function relationshipSpec({ couple, models, settings }: RelationshipOptions): RelationshipSpec {
  return {
    couple,
    models: {
      actor: nameOf(models.actor),
      secondActor: nameOf(models.secondActor ?? models.actor),
      director: nameOf(models.director),
      judge: nameOf(models.judge ?? models.director),
      embedding: models.embedding ? nameOf(models.embedding) : null,
    },
    settings,
    prompts: promptSetDigest(),
    scenarios: digest(canonicalJson(SCENARIOS)),
  };
}

function nameOf({
  provider,
  modelId,
  baseUrl = null,
}: {
  provider: string;
  modelId: string;
  baseUrl?: string | null | undefined;
}): ModelName {
  return { provider, modelId, baseUrl };
}

/** A digest of every prompt's words and reply shape, rendered for a couple that does not exist. */
export function promptSetDigest(): string {
  return promptCallsDigest([...agentPromptSamples(), ...directorPromptSamples()]);
}
