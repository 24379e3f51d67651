import type { Estimate } from '@entente/studies';
import { correlation, estimateOf, type PlayedPartner, type PlayedRun } from './offline-couples.js';

/** Persons at 4 or above are anxious; couples and persons below 3.5 on both scales are secure. */
const ANXIOUS = 4;
const SECURE = 3.5;
const AVOIDANT = 4.5;

const partnersOf = (runs: readonly PlayedRun[]): readonly PlayedPartner[] => runs.flatMap(({ partners }) => partners);
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const difference = (
  partners: readonly PlayedPartner[],
  isOne: (p: PlayedPartner) => boolean,
  isOther: (p: PlayedPartner) => boolean,
  value: (p: PlayedPartner) => number,
) => mean(partners.filter(isOne).map(value)) - mean(partners.filter(isOther).map(value));

const isSecure = ({ anxiety, avoidance }: PlayedPartner) => anxiety < SECURE && avoidance < SECURE;

/** Difference in fear between anxious partners and others, 0 to 1. */
export const fearOfTheAnxious = (runs: readonly PlayedRun[]): Estimate =>
  estimateOf(runs, (drawn) =>
    difference(
      partnersOf(drawn),
      ({ anxiety }) => anxiety >= ANXIOUS,
      ({ anxiety }) => anxiety < ANXIOUS,
      ({ fear }) => fear,
    ),
  );

/**
 * Change of commitment over scenes with contempt, less that over the same person's other scenes of the same run, as a loss in points. Changes
 * are compared and not levels, which carry the whole story before.
 */
export const lossByContempt = (runs: readonly PlayedRun[]): Estimate =>
  estimateOf(runs, (drawn) => mean(partnersOf(drawn).map(lossOf).filter(Number.isFinite)));

function lossOf({ scenes }: PlayedPartner): number {
  const changes = scenes
    .slice(1)
    .map(({ score, metContempt }, before) => ({ metContempt, change: score - scenes[before]!.score }));
  const meanChange = (met: boolean) => mean(changes.filter(({ metContempt }) => metContempt === met).map(({ change }) => change));
  return meanChange(false) - meanChange(true);
}

/** Lead of secure partners over avoidant ones at the end, in points. */
export const leadOfTheSecure = (runs: readonly PlayedRun[]): Estimate =>
  estimateOf(runs, (drawn) =>
    difference(
      partnersOf(drawn),
      isSecure,
      ({ avoidance }) => avoidance >= AVOIDANT,
      ({ final }) => final,
    ),
  );

/** Share of runs that ended, 0 to 1. */
export const shareEnded = (runs: readonly PlayedRun[]): Estimate =>
  estimateOf(runs, (drawn) => mean(drawn.map(({ outcome }) => (outcome === 'ended' ? 1 : 0))));

/** Share of runs that are steady or growing, 0 to 1. */
export const shareWell = (runs: readonly PlayedRun[]): Estimate =>
  estimateOf(runs, (drawn) => mean(drawn.map(({ outcome }) => (outcome === 'steady' || outcome === 'growing' ? 1 : 0))));

/** Correlation of the final scores of both partners, over couples of partners. */
export const correlationOfPartners = (runs: readonly PlayedRun[]): Estimate =>
  estimateOf(
    runs.filter(({ bond }) => bond === 'partners'),
    (drawn) => correlation(drawn.map(({ partners: [one, other] }) => [one.final, other.final])),
  );
