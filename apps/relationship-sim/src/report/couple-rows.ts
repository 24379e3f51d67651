import { formatModelSpec } from '@entente/llm-clients/contract';
import type { SummarizedRun } from '@entente/run-console/session';
import { commitmentLogOf, PARTNERS, type RelationshipState } from '@entente/relationship';
import { mean, type Measured } from '@entente/studies';
import { readRunSpec } from '../couple-runs/run-spec.js';

/** A run as reports take it. */
export type ReportedCouple = Pick<SummarizedRun<RelationshipState>, 'runId' | 'header' | 'state' | 'status'>;

/**
 * What a run says about one side of a comparison. Who of the two is A is an accident of how the couple was written down, so that nothing is
 * compared by the letter: the partners' scores stand here for files, and what is measured is of both.
 */
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
  /** The mean of both after the last scene. `null` where one is missing: the other alone would be somebody else's mean. */
  readonly finalCommitment: Measured;
  /** How far apart the two are after the last scene, 0 to 10, whoever is the more committed. */
  readonly finalGap: Measured;
  /** Over both partners and all scenes, as far as there are scores. */
  readonly meanCommitment: Measured;
  /** Of the scores that there should be after finished scenes, 0 to 1. */
  readonly missingShare: Measured;
}

/** What a comparison measures, in the order of its tables. */
export const MEASURES = {
  finalCommitment: (row: CoupleRow) => row.finalCommitment,
  finalGap: (row: CoupleRow) => row.finalGap,
  meanCommitment: (row: CoupleRow) => row.meanCommitment,
  missingShare: (row: CoupleRow) => row.missingShare,
} as const;

/**
 * A run's row.
 * @param from the first scene that counts, from 1, for forks: what came before was lived through by the parent. @default 1
 */
export function coupleRow({ runId, header, state, status }: ReportedCouple, condition: string, from = 1): CoupleRow {
  const finished = new Set(state.scenes.flatMap(({ scene, ending }) => (ending === 'under-way' ? [] : [scene])));
  const log = status === 'completed' ? commitmentLogOf(state).filter(({ scene }) => scene >= from && finished.has(scene)) : [];
  const scores = log.flatMap((scene) => PARTNERS.map((partner) => scene.scores[partner].score));
  const present = scores.filter((score) => score !== null);
  const last = log.at(-1)?.scores;
  const [finalA, finalB] = [last?.A.score ?? null, last?.B.score ?? null];
  const hasBoth = finalA !== null && finalB !== null;
  return {
    run: runId,
    condition,
    couple: readRunSpec(header).couple.id,
    seed: header.replicate > 0 ? `${header.seed}/${header.replicate}` : header.seed,
    model: playersOf(header).join('+'),
    finalA,
    finalB,
    finalCommitment: hasBoth ? mean([finalA, finalB]) : null,
    finalGap: hasBoth ? Math.abs(finalA - finalB) : null,
    meanCommitment: present.length === 0 ? null : mean(present),
    missingShare: scores.length === 0 ? null : (scores.length - present.length) / scores.length,
  };
}

/** The models that play the two partners, by name; one where both are the same. */
export function playersOf(header: ReportedCouple['header']): readonly string[] {
  const { actor, secondActor } = readRunSpec(header).models;
  return [...new Set([actor, secondActor].map(formatModelSpec))];
}
