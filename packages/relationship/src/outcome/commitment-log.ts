import type { ByPartner, Partner } from '../ports/partners.js';
import type { CommitmentScore, RelationshipState } from '../state/relationship-state.js';

/** Commitment of both partners after one scene. */
export interface CommitmentEntry {
  readonly scene: number;
  readonly scores: ByPartner<CommitmentScore>;
}

/** One entry for each scene, in order. */
export type CommitmentLog = readonly CommitmentEntry[];

/** Builds the log of a state. A score that is not in yet, or never came, is null with its reason, never 0. */
export function commitmentLogOf(state: RelationshipState): CommitmentLog {
  return state.scenes.map(({ scene }) => ({
    scene,
    scores: { A: scoreOf(state, scene, 'A'), B: scoreOf(state, scene, 'B') },
  }));
}

/** Scores of one partner over the scenes, without the missing ones. */
export function commitmentTrajectory(
  log: CommitmentLog,
  partner: Partner,
): readonly { readonly scene: number; readonly score: number }[] {
  return log.flatMap(({ scene, scores }) => {
    const { score } = scores[partner];
    return score === null ? [] : [{ scene, score }];
  });
}

function scoreOf(state: RelationshipState, scene: number, partner: Partner): CommitmentScore {
  const row = state.commitments.find((candidate) => candidate.scene === scene && candidate.partner === partner);
  if (row === undefined) return { score: null, missing: { reason: 'not-scored', detail: 'no judgement has come in yet' } };
  return row.score === null ? { score: null, missing: row.missing } : { score: row.score, reasoning: row.reasoning };
}
