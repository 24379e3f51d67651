import { type CommitmentLog, commitmentTrajectory } from './commitment-log.js';
import type { Partner } from '../ports/partners.js';

/** How the commitment of one partner went. The table in this package's README explains each name. */
export const PARTNER_COURSES = ['unknown', 'gone', 'low', 'broken', 'falling', 'undecided', 'growing', 'holding'] as const;
export type PartnerCourse = (typeof PARTNER_COURSES)[number];

/** Limits of the rule, in points from 0 to 10. Every name of an outcome follows from them. */
const LIMITS = {
  /** At most this is gone. */
  gone: 1,
  /** Less than this at the end is low. */
  low: 4,
  /** Less than this at the end, and not low, is undecided. */
  undecided: 6,
  /** So much less than the highest score is a fall. */
  fall: 3,
  /** So much a scene over the last four scores is a falling trend. */
  fallingTrend: 0.3,
  /** So much more than the first score is growth; so much less rules out the growth of the two. */
  growth: 1.5,
} as const;

const SCORES_OF_TREND = 4;

/** Figures of one partner that decide the outcome, 0 to 10; null where there are too few scores. */
export interface PartnerOutcome {
  readonly course: PartnerCourse;
  /** First score that is not missing. */
  readonly first: number | null;
  /** Score of the last scene; null if it is missing. */
  readonly final: number | null;
  readonly highest: number | null;
  readonly lowest: number | null;
  /** Points per scene over the last four scores (least squares), to hundredths; null for fewer than three. */
  readonly trend: number | null;
  /** Number of scores that are missing. */
  readonly missing: number;
  /** Why the course is named so: one sentence without its subject. */
  readonly why: string;
}

type Point = ReturnType<typeof commitmentTrajectory>[number];

/** Names the course of one partner. Missing scores are left out, and never make a course; a missing final one makes it unknown. */
export function partnerOutcomeOf(log: CommitmentLog, partner: Partner): PartnerOutcome {
  const points = commitmentTrajectory(log, partner);
  const missing = log.length - points.length;
  const last = points.at(-1);
  const scores = points.map(({ score }) => score);
  const figures = {
    first: scores[0] ?? null,
    final: last !== undefined && last.scene === log.at(-1)?.scene ? last.score : null,
    highest: scores.length > 0 ? Math.max(...scores) : null,
    lowest: scores.length > 0 ? Math.min(...scores) : null,
    trend: points.length < 3 ? null : toHundredths(slopeOf(points.slice(-SCORES_OF_TREND))),
    missing,
  };
  return { ...figures, ...courseOf(points, figures) };
}

/** Whether a partner ends so far below the beginning that the two are not growing. */
export function hasLost({ first, final }: PartnerOutcome): boolean {
  return first !== null && final !== null && first - final >= LIMITS.growth;
}

/** First rule that applies. */
function courseOf(
  points: readonly Point[],
  { final, trend }: Pick<PartnerOutcome, 'final' | 'trend'>,
): Pick<PartnerOutcome, 'course' | 'why'> {
  const [first] = points;
  if (final === null || first === undefined) return { course: 'unknown', why: 'has no final score' };
  if (final <= LIMITS.gone) return { course: 'gone', why: `ends at ${final}` };
  if (final < LIMITS.low) return { course: 'low', why: `ends at ${final}, below ${LIMITS.low}` };
  const broke = points.find(({ score }) => score <= LIMITS.gone);
  if (broke) return { course: 'broken', why: `was at ${broke.score} after scene ${broke.scene} and came back to ${final}` };
  const highest = points.reduce((best, point) => (point.score > best.score ? point : best));
  if (highest.score - final >= LIMITS.fall)
    return { course: 'falling', why: `fell from ${highest.score} after scene ${highest.scene} to ${final}` };
  const before = points.at(-2)?.score ?? final;
  if (trend !== null && trend <= -LIMITS.fallingTrend && final < before)
    return { course: 'falling', why: `is still falling, by ${-trend} a scene, and at ${final}` };
  if (final < LIMITS.undecided) return { course: 'undecided', why: `ends at ${final}, with as many reasons to go as to stay` };
  if (final - first.score >= LIMITS.growth) return { course: 'growing', why: `rose from ${first.score} to ${final}` };
  return { course: 'holding', why: `ends at ${final}, after ${first.score} at first` };
}

/** Least-squares slope over scene numbers. */
function slopeOf(points: readonly Point[]): number {
  const meanScene = points.reduce((sum, { scene }) => sum + scene, 0) / points.length;
  const meanScore = points.reduce((sum, { score }) => sum + score, 0) / points.length;
  const covariance = points.reduce((sum, { scene, score }) => sum + (scene - meanScene) * (score - meanScore), 0);
  return covariance / points.reduce((sum, { scene }) => sum + (scene - meanScene) ** 2, 0);
}

function toHundredths(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}
