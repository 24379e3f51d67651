import { formatModelSpec, type SummarizedRun } from '@entente/run-console/session';
import { commitmentLogOf, PARTNERS, type RelationshipState } from '@entente/simulation-core/scenes';
import { mean, type Measured } from '@entente/studies';
import { readRunSpec } from '../couple-runs/run-spec.js';

/** A run as reports take it. */
export type ReportedCouple = Pick<SummarizedRun<RelationshipState>, 'runId' | 'header' | 'state' | 'status'>;

/** What a run says about one side of a comparison. */
export interface CoupleRow {
  readonly run: string;
  readonly condition: string;
  readonly couple: string;
  /** With the replicate where it is not the first: `3/1`. */
  readonly seed: string;
  /** Who plays the two, by name; both with `+` where they differ. */
  readonly model: string;
  /** After the last scene, 0 to 10. `null` where the run is not over or the score is missing. */
  readonly finalA: Measured;
  readonly finalB: Measured;
  /** Over both partners and all scenes, as far as there are scores. */
  readonly meanCommitment: Measured;
  /** Of the scores that there should be, 0 to 1. */
  readonly missingShare: Measured;
}

/** What a comparison measures, in the order of its tables. */
export const MEASURES = {
  finalA: (row: CoupleRow) => row.finalA,
  finalB: (row: CoupleRow) => row.finalB,
  meanCommitment: (row: CoupleRow) => row.meanCommitment,
  missingShare: (row: CoupleRow) => row.missingShare,
} as const;

/** A run's row. */
export function coupleRow({ runId, header, state, status }: ReportedCouple, condition: string): CoupleRow {
  const log = status === 'completed' ? commitmentLogOf(state) : [];
  const scores = log.flatMap((scene) => PARTNERS.map((partner) => scene.scores[partner].score));
  const present = scores.filter((score) => score !== null);
  const last = log.at(-1)?.scores;
  return {
    run: runId,
    condition,
    couple: readRunSpec(header).couple.id,
    seed: header.replicate > 0 ? `${header.seed}/${header.replicate}` : header.seed,
    model: playersOf(header).join('+'),
    finalA: last?.A.score ?? null,
    finalB: last?.B.score ?? null,
    meanCommitment: present.length === 0 ? null : mean(present),
    missingShare: scores.length === 0 ? null : (scores.length - present.length) / scores.length,
  };
}

/** The models that play the two partners, by name; one where both are the same. */
export function playersOf(header: ReportedCouple['header']): readonly string[] {
  const { actor, secondActor } = readRunSpec(header).models;
  return [...new Set([actor, secondActor].map(formatModelSpec))];
}
