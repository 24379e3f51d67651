import { type CommitmentLog, commitmentTrajectory } from './commitment-log.js';
import { type Partner, PARTNERS } from '../state/partners.js';

export const RELATIONSHIP_OUTCOMES = ['committed', 'steady', 'drifting', 'apart', 'unknown'] as const;
export type RelationshipOutcome = (typeof RELATIONSHIP_OUTCOMES)[number];

/** What a run came to, and the figures it was decided by. */
export interface OutcomeReport {
  readonly outcome: RelationshipOutcome;
  /** The mean of the last two scores of the less committed partner, 0 to 10; null when a partner has fewer than two. */
  readonly final: number | null;
  /** The steeper fall, or the flatter rise, of the two partners: least squares, points a scene, to hundredths. */
  readonly slope: number | null;
  /** Scores that should be in the log and are not. */
  readonly missing: number;
}

/**
 * How a relationship stands at the end of its log. The less committed partner decides: below 3 they are apart; below 5,
 * or below 7 and falling by 0.2 points a scene or more, they drift; from 7 on they are committed; else steady.
 * With fewer than two scores for a partner it is unknown.
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

/** Least squares over scene numbers; null for fewer than two points. */
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
