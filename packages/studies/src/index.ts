export { bootstrapInterval, type BootstrapIntervalOptions } from './bootstrap/bootstrap-interval.js';
export type { BootstrapOptions } from './bootstrap/bootstrap-options.js';
export { type Estimate, FEW_VALUES, type Interval, type IntervalMethod, type NoIntervalReason } from './bootstrap/interval.js';
export { compareNaturally } from './compare-naturally.js';
export { clusterMeans } from './comparison/cluster-means.js';
export { compareConditions } from './comparison/compare-conditions.js';
export type {
  ConditionComparison,
  ConditionMean,
  ConditionsOptions,
  Corrected,
  PairedComparison,
} from './comparison/compare-conditions.js';
export { compareSamples, type Comparison, type ComparisonOptions } from './comparison/compare-samples.js';
export { correctForMultipleTests, type CorrectionOptions } from './comparison/correct-for-multiple-tests.js';
export type { EffectSize } from './comparison/effect-size.js';
export { pairBySeed, type PairedSamples, type SeededValue } from './comparison/pair-by-seed.js';
export type { PermutationTest } from './comparison/arrangement-tally.js';
export {
  type StratifiedDifference,
  stratifiedDifference,
  type StratifiedDifferenceOptions,
  type StratumDifference,
} from './comparison/stratified-difference.js';
export { StudyError } from './study-error.js';
export { leaderboard, type LeaderboardEntry, type LeaderboardOptions } from './leaderboard.js';
export { mean, type Measured, median, summarize, type Summary } from './sample-statistics.js';
export { estimateStudy, type RunEstimate, type RunsEstimate, type StudyEstimate } from './study/estimate-study.js';
export { expandStudy, type StudyRun } from './study/expand-study.js';
export { parseStudy } from './study/parse-study.js';
export type { SeatMap } from './study/rotate-seats.js';
export { StudyFileError } from './study/study-file-error.js';
export type { StudyProgram } from './study/study-program.js';
export type { Settings, SettingValue, Study, StudyBudget, StudyCondition, StudySeats } from './study/study.js';
