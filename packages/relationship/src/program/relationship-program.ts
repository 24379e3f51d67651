import { settleReply } from '@entente/llm-clients/contract';
import type { EmbeddingModel } from '@entente/llm-clients';
import type { Program, StepScope } from '@entente/simulation-core';
import type { Roles } from '../material/couple.js';
import { applyRelationshipFact } from '../state/apply-relationship-fact.js';
import { readCouplePath, sceneStep } from './couple-path.js';
import { toMissingReply } from '../ports/missing-reply.js';
import { relationshipFactSchema } from '../state/relationship-fact-schema.js';
import type { RelationshipFact } from '../state/relationship-facts.js';
import { initialRelationshipState, type RelationshipState } from '../state/relationship-state.js';
import type { CommitmentQuestion, SceneDirector } from '../ports/scene-director.js';
import type { CoupleFacts } from '../state/couple-facts.js';
import { hasBrokenUp } from '../state/relation-states.js';
import { commitmentQuestionOf, nextSceneNumber } from '../state/stage-of.js';
import type { RelationshipSettings } from '../state/relationship-settings.js';
import type { ByPartner } from '../ports/partners.js';
import type { SceneActor } from '../ports/scene-actor.js';

/** Number of scenes that may begin before the commitment scores of a scene must be in, by the order of scenes. */
const COMMITMENT_LAG = { fixed: 3, 'by-state': 1 } as const;

/** Everyone who takes part in a scene, and the settings it is played by. */
export interface Cast {
  readonly director: SceneDirector;
  readonly actors: ByPartner<SceneActor>;
  /** Place of each role in the couple's file. @default AS_LISTED */
  readonly roles?: Roles | undefined;
  /** @default nothing is known of the two but that they are a couple */
  readonly couple?: CoupleFacts | undefined;
  /** Secrets that each partner keeps before the first scene. @default nothing */
  readonly secrets?: ByPartner<readonly string[]> | undefined;
  /** Finds memories by meaning. @default none: memories are found by their words */
  readonly embeddingModel?: EmbeddingModel | undefined;
  readonly settings: RelationshipSettings;
}

/** Scope of a scene: the one that records facts. */
export type SceneScope = StepScope<RelationshipState, RelationshipFact>;

/** Plays one scene from its opening to its end and records its facts. */
export type PlayScene = (scope: SceneScope, state: RelationshipState, cast: Cast) => Promise<void>;

/**
 * Program of a relationship: one scene is one step, and commitment is judged beside the scenes. In the order `fixed` a score is joined when
 * the third scene after its own begins, or at the end of the run, and no prompt depends on it. In the order `by-state` it is joined before
 * the next scene is chosen, and a break-up ends the run.
 */
export function relationshipProgram(
  options: Cast & { readonly playScene: PlayScene },
): Program<RelationshipState, RelationshipFact> {
  const { playScene, ...cast } = options;
  const { scenes, order } = cast.settings;
  return {
    kind: 'relationship',
    initial: initialRelationshipState,
    apply: applyRelationshipFact,
    factSchema: relationshipFactSchema,
    nextStep: (state) => {
      const next = nextSceneNumber(state);
      return next > scenes || (order === 'by-state' && hasBrokenUp(state.relation)) ? undefined : sceneStep(next);
    },
    step: (scope, state) => playScene(scope, state, cast),
    deferred: {
      commitment: (scope, { partner }: Pick<CommitmentQuestion, 'partner'>, state) =>
        judge(cast.director, scope, commitmentQuestionOf(state, partner)),
    },
    due: (state, _step, pending) =>
      pending.filter((key) => (readCouplePath(key)?.scene ?? NaN) + COMMITMENT_LAG[order] <= nextSceneNumber(state)),
  };
}

async function judge(
  director: SceneDirector,
  ...[scope, question]: Parameters<SceneDirector['commitmentScore']>
): Promise<RelationshipFact> {
  const { scene, partner } = question;
  const judged = await settleReply(director.commitmentScore(scope, question));
  return judged.ok
    ? { type: 'commitment-scored', scene, partner, score: judged.value.score, reasoning: judged.value.reasoning }
    : { type: 'judge-missing', scene, partner, ...toMissingReply(judged.error) };
}
