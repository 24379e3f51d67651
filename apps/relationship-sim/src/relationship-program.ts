import type { EmbeddingModel, LanguageModel } from '@entente/llm-clients';
import {
  AS_LISTED,
  byPartner,
  type Couple,
  castCouple,
  type RelationshipFact,
  relationshipProgram,
  type RelationshipSettings,
  type RelationshipState,
  type Roles,
  type SceneMaterial,
} from '@entente/relationship';
import { RelationshipAgent } from '@entente/relationship-agent';
import { SceneMaster } from '@entente/scene-master';
import type { Program } from '@entente/simulation-core';
import { playScene } from './play-scene.js';
import type { OwnWords } from './prompts/own-words.js';
import { materialDigest, promptSetDigest } from './digests.js';
import { materialWith } from './run-material.js';

/** Models by what they do. Partners are counted by their place in the couple, whatever roles they have. */
export interface RelationshipModels {
  /** Speaks for the first partner, or for both. */
  readonly actor: LanguageModel;
  /** Speaks for the second partner. @default actor */
  readonly secondActor?: LanguageModel | undefined;
  readonly director: LanguageModel;
  /** Scores commitment. @default director */
  readonly judge?: LanguageModel | undefined;
  /** Finds memories by meaning. @default none: memories are found by their words */
  readonly embedding?: EmbeddingModel | undefined;
}

/** Temperatures of a run, 0 to 2. An absent one is the model's own. */
export interface CoupleSampling {
  /** Of every call of the partners and of the director. */
  readonly temperature?: number | undefined;
  readonly judgeTemperature?: number | undefined;
}

/** Couple, roles, models, settings and material of a run. */
export interface RelationshipOptions {
  readonly couple: Couple;
  /** @default AS_LISTED */
  readonly roles?: Roles | undefined;
  readonly models: RelationshipModels;
  readonly settings: RelationshipSettings;
  /** @default what each model does by itself */
  readonly sampling?: CoupleSampling | undefined;
  /** Scenarios and arcs beside those that ship; one of the same id takes the other's place. @default none */
  readonly material?: SceneMaterial | undefined;
  /** Ids, turning points and categories of the scenarios that may be played. @default all */
  readonly pool?: readonly string[] | undefined;
  /** Words of the prompts that replace those that ship. @default none */
  readonly words?: OwnWords | undefined;
}

/** Builds the program of a couple: two agents, a director, and `playScene`. */
export function coupleProgram({
  couple,
  roles = AS_LISTED,
  models,
  settings,
  sampling: { temperature, judgeTemperature } = {},
  material,
  pool,
  words,
}: RelationshipOptions): Program<RelationshipState, RelationshipFact> {
  const { personas, ...known } = castCouple(couple, roles);
  const modelsByPlace = [models.actor, models.secondActor ?? models.actor] as const;
  const actors = byPartner(
    (partner) =>
      new RelationshipAgent({
        ...personas[partner],
        model: modelsByPlace[roles[partner]],
        sampling: { temperature },
        words: words?.agent,
      }),
  );
  const director = new SceneMaster({
    agents: [actors.A, actors.B],
    model: models.director,
    judgeModel: models.judge,
    sampling: { temperature },
    judgeSampling: { temperature: judgeTemperature },
    material: materialWith(material, pool),
    words: words?.director,
  });
  return relationshipProgram({
    ...known,
    director,
    actors,
    roles,
    settings,
    playScene,
    embeddingModel: models.embedding,
  });
}

/** Everything but the seed that decides a run, as plain data: a run can be resumed from it alone. */
export interface RelationshipSpec {
  readonly couple: Couple;
  readonly roles: Roles;
  readonly models: {
    readonly actor: ModelName;
    readonly secondActor: ModelName;
    readonly director: ModelName;
    readonly judge: ModelName;
    readonly embedding: ModelName | null;
  };
  readonly settings: RelationshipSettings;
  /** Absent where no temperature is set. */
  readonly sampling?: CoupleSampling | undefined;
  /** Digest of all prompts: a change of one word makes other runs. */
  readonly prompts: string;
  /** Digest of all scenarios and arcs that the run can draw from. */
  readonly scenarios: string;
  /** Scenarios and arcs of a study's own, whole; absent where only those that ship are played. */
  readonly material?: SceneMaterial | undefined;
  /** Ids, turning points and categories of the scenarios that may be played; absent for all. */
  readonly pool?: readonly string[] | undefined;
  /** Words of prompts in the place of those that ship, whole; absent where there are none. */
  readonly words?: OwnWords | undefined;
}

/** Model as the record names it, never with a key. */
export interface ModelName {
  readonly provider: string;
  readonly modelId: string;
  readonly baseUrl: string | null;
}

/** Spec of a run for its identity and its header: plain data from which the app can rebuild the program. */
export function relationshipSpec({
  couple,
  roles = AS_LISTED,
  models,
  settings,
  sampling,
  material,
  pool,
  words,
}: RelationshipOptions): RelationshipSpec {
  return {
    couple,
    roles,
    models: {
      actor: nameOf(models.actor),
      secondActor: nameOf(models.secondActor ?? models.actor),
      director: nameOf(models.director),
      judge: nameOf(models.judge ?? models.director),
      embedding: models.embedding ? nameOf(models.embedding) : null,
    },
    settings,
    prompts: promptSetDigest(words),
    sampling,
    scenarios: materialDigest(material, pool),
    material,
    pool,
    words,
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
