import { settleReply } from '@entente/llm-clients/contract';
import type { Program } from '@entente/simulation-core';
import { applyRelationshipFact } from '../state/apply-relationship-fact.js';
import { type Cast, nextSceneNumber, type PlayScene, sceneStep } from './cast.js';
import { toMissingReply } from '../state/missing-reply.js';
import { relationshipFactSchema } from '../state/relationship-fact-schema.js';
import type { RelationshipFact } from '../state/relationship-facts.js';
import { initialRelationshipState, type RelationshipState } from '../state/relationship-state.js';
import type { CommitmentQuestion, SceneDirector } from './scene-director.js';
import { commitmentQuestionOf } from '../state/stage-of.js';

/** How many scenes may begin before a scene's commitment scores must be in. */
export const COMMITMENT_LAG = 3;

/**
 * A relationship as a program: one scene is one step, and commitment is judged beside the scenes. A score is joined when
 * the third scene after its own begins, or at the end; no prompt depends on it.
 */
export function relationshipProgram(
  options: Cast & { readonly playScene: PlayScene },
): Program<RelationshipState, RelationshipFact> {
  const { playScene, ...cast } = options;
  return {
    kind: 'relationship',
    initial: initialRelationshipState,
    apply: applyRelationshipFact,
    factSchema: relationshipFactSchema,
    nextStep: (state) => (nextSceneNumber(state) > cast.settings.scenes ? undefined : sceneStep(nextSceneNumber(state))),
    step: (scope, state) => playScene(scope, state, cast),
    deferred: {
      commitment: (scope, { partner }: Pick<CommitmentQuestion, 'partner'>, state) =>
        judge(cast.director, scope, commitmentQuestionOf(state, partner)),
    },
    due: (state, _step, pending) => pending.filter((key) => sceneOf(key) + COMMITMENT_LAG <= nextSceneNumber(state)),
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

function sceneOf(key: string): number {
  return Number(/^scene-(\d+)\//.exec(key)?.[1]);
}
