import type { EmbeddingModel } from '@entente/llm-clients';
import type { StepScope } from '@entente/simulation-core';
import type { ByPartner, Partner } from '../state/partners.js';
import type { RelationshipFact } from '../state/relationship-facts.js';
import type { RelationshipSettings } from '../state/relationship-settings.js';
import type { RelationshipState } from '../state/relationship-state.js';
import type { SceneActor } from './scene-actor.js';
import type { SceneDirector } from './scene-director.js';

/** Everybody who takes part in a scene, and how it is to be played. */
export interface Cast {
  readonly director: SceneDirector;
  readonly actors: ByPartner<SceneActor>;
  /** Finds memories by meaning; without one they are found by feeling alone. */
  readonly embeddingModel?: EmbeddingModel;
  readonly settings: RelationshipSettings;
}

export type SceneScope = StepScope<RelationshipState, RelationshipFact>;

/** Plays one scene from its opening to its end, and records what became true. */
export type PlayScene = (scope: SceneScope, state: RelationshipState, cast: Cast) => Promise<void>;

/** The step in which a scene is played. */
export function sceneStep(scene: number): string {
  return `scene-${scene}`;
}

/** The key under which a partner's commitment after a scene is judged, beside the scenes that follow. */
export function commitmentKey(scene: number, partner: Partner): string {
  return `${sceneStep(scene)}/commitment-${partner}`;
}

/** The number of the next scene to play, from 1. */
export function nextSceneNumber(state: RelationshipState): number {
  return state.scenes.filter(({ ending }) => ending !== 'under-way').length + 1;
}
