import { type CommitmentLog, commitmentTrajectory } from './commitment-log.js';
import { type Partner, PARTNERS } from '../ports/partners.js';

export const RELATIONSHIP_OUTCOMES = ['committed', 'steady', 'drifting', 'apart', 'unknown'] as const;
export type RelationshipOutcome = (typeof RELATIONSHIP_OUTCOMES)[number];

/** Outcome of a run with the figures that decided it. */
export interface OutcomeReport {
  readonly outcome: RelationshipOutcome;
  /** Mean of the last two scores of the less committed partner, 0 to 10; null if a partner has fewer than two. */
  readonly final: number | null;
  /** Lower of the two partners' slopes (least squares), in points per scene, rounded to hundredths; null as for `final`. */
  readonly slope: number | null;
  /** Number of scores that are missing from the log. */
  readonly missing: number;
}

/**
 * Classifies a relationship by the end of its log. The less committed partner decides: `apart` below 3; `drifting` below 5, or below 7
 * with a fall of 0.2 points per scene or more; `committed` from 7 on; otherwise `steady`. With fewer than two scores for a partner the
 * outcome is `unknown`.
 */
export function classifyOutcome(log: CommitmentLog): OutcomeReport {
  const missing =
    log.length * PARTNERS.length - PARTNERS.reduce((scored, partner) => scored + commitmentTrajectory(log, partner).length, 0);
  const finals = PARTNERS.map((partner) => finalOf(log, partner));
  const slopes = PARTNERS.map((partner) => slopeOf(commitmentTrajectory(log, partner)));
  if (finals.includes(null) || slopes.includes(null)) return { outcome: 'unknown', final: null, slope: null, missing };
  const final = Math.min(...finals.map(Number));
  const slope = Math.min(...slopes.map(Number));
  return { outcome: outcomeOf(final, slope), final: toHundredths(final), slope: toHundredths(slope), missing };
}

function outcomeOf(final: number, slope: number): RelationshipOutcome {
  if (final < 3) return 'apart';
  if (final < 5) return 'drifting';
  if (final >= 7) return 'committed';
  return slope <= -0.2 ? 'drifting' : 'steady';
}

function finalOf(log: CommitmentLog, partner: Partner): number | null {
  const [last, before] = [...commitmentTrajectory(log, partner)].reverse();
  return last === undefined || before === undefined ? null : (last.score + before.score) / 2;
}

/** Least-squares slope over scene numbers; null for fewer than two points. */
function slopeOf(points: readonly { readonly scene: number; readonly score: number }[]): number | null {
  if (points.length < 2) return null;
  const meanScene = points.reduce((sum, { scene }) => sum + scene, 0) / points.length;
  const meanScore = points.reduce((sum, { score }) => sum + score, 0) / points.length;
  const covariance = points.reduce((sum, { scene, score }) => sum + (scene - meanScene) * (score - meanScore), 0);
  return covariance / points.reduce((sum, { scene }) => sum + (scene - meanScene) ** 2, 0);
}

function toHundredths(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}
