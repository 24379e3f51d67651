import { formatModelSpec } from '@entente/llm-clients/contract';
import type { SummarizedRun } from '@entente/run-console/session';
import { commitmentLogOf, PARTNERS, type RelationshipState } from '@entente/relationship';
import { mean, type Measured } from '@entente/studies';
import { placedPartners } from './placed-partners.js';
import { readRunSpec } from '../couple-runs/run-spec.js';

/** Run as reports read it. */
export type ReportedCouple = Pick<SummarizedRun<RelationshipState>, 'runId' | 'header' | 'state' | 'status'>;

/**
 * Row of one run on one side of a comparison. The order in which a couple's file names the two means nothing, so no measure compares them:
 * the scores of each partner are here for files, and every measure covers both partners.
 */
export interface CoupleRow {
  readonly run: string;
  readonly condition: string;
  readonly couple: string;
  /** Seed, with the replicate if it is not the first: `3/1`. */
  readonly seed: string;
  /** Models that play the two; joined by `+` if they differ. */
  readonly model: string;
  /** Commitment after the last scene, 0 to 10; `null` if the run is not over or the score is missing. */
  readonly finalFirst: Measured;
  readonly finalSecond: Measured;
  /** Mean of both partners after the last scene; `null` if one is missing, since one score is no mean of both. */
  readonly finalCommitment: Measured;
  /** Absolute difference between the partners after the last scene, 0 to 10. */
  readonly finalGap: Measured;
  /** Mean over both partners and all scenes, without missing scores. */
  readonly meanCommitment: Measured;
  /** Share of the scores due after finished scenes that are missing, 0 to 1. */
  readonly missingShare: Measured;
}

/** Measures of a comparison, in the order of its tables. */
export const MEASURES = {
  finalCommitment: (row: CoupleRow) => row.finalCommitment,
  finalGap: (row: CoupleRow) => row.finalGap,
  meanCommitment: (row: CoupleRow) => row.meanCommitment,
  missingShare: (row: CoupleRow) => row.missingShare,
} as const;

/**
 * Builds the row of a run.
 * @param from first scene that counts, from 1; a fork inherits the scenes before it from its parent. @default 1
 */
export function coupleRow({ runId, header, state, status }: ReportedCouple, condition: string, from = 1): CoupleRow {
  const finished = new Set(state.scenes.flatMap(({ scene, ending }) => (ending === 'under-way' ? [] : [scene])));
  const log = status === 'completed' ? commitmentLogOf(state).filter(({ scene }) => scene >= from && finished.has(scene)) : [];
  const scores = log.flatMap((scene) => PARTNERS.map((partner) => scene.scores[partner].score));
  const present = scores.filter((score) => score !== null);
  const last = log.at(-1)?.scores;
  const [finalFirst = null, finalSecond = null] = placedPartners(state).map(({ role }) => last?.[role].score ?? null);
  const hasBoth = finalFirst !== null && finalSecond !== null;
  return {
    run: runId,
    condition,
    couple: readRunSpec(header).couple.id,
    seed: header.replicate > 0 ? `${header.seed}/${header.replicate}` : header.seed,
    model: playersOf(header).join('+'),
    finalFirst,
    finalSecond,
    finalCommitment: hasBoth ? mean([finalFirst, finalSecond]) : null,
    finalGap: hasBoth ? Math.abs(finalFirst - finalSecond) : null,
    meanCommitment: present.length === 0 ? null : mean(present),
    missingShare: scores.length === 0 ? null : (scores.length - present.length) / scores.length,
  };
}

/** Names of the models that play the two partners, without duplicates. */
export function playersOf(header: ReportedCouple['header']): readonly string[] {
  const { actor, secondActor } = readRunSpec(header).models;
  return [...new Set([actor, secondActor].map(formatModelSpec))];
}
