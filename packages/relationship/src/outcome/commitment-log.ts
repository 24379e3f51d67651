import type { MissingReply } from '../state/missing-reply.js';
import type { ByPartner, Partner } from '../state/partners.js';
import type { RelationshipState } from '../state/relationship-state.js';

/** One judgement as it came in. `score` is a number from 0 to 10, or null with the reason why there is none. */
export type CommitmentRow = { readonly scene: number; readonly partner: Partner } & CommitmentScore;

export type CommitmentScore =
  | { readonly score: number; readonly reasoning: string }
  | { readonly score: null; readonly missing: MissingReply | { readonly reason: 'not-scored'; readonly detail: string } };

/** The commitment of both partners after one scene. */
export interface CommitmentEntry {
  readonly scene: number;
  readonly scores: ByPartner<CommitmentScore>;
}

/** One entry a scene, in order: what `Simulation.runAuto` returns. */
export type CommitmentLog = readonly CommitmentEntry[];

/** The log by scene. A score that is not in yet, or never came, is null with its reason; it is never 0. */
export function commitmentLogOf(state: RelationshipState): CommitmentLog {
  return state.scenes.map(({ scene }) => ({
    scene,
    scores: { A: scoreOf(state, scene, 'A'), B: scoreOf(state, scene, 'B') },
  }));
}

/** One partner's scores over the scenes, missing ones left out. */
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
