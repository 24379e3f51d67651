export { bootstrapInterval } from './bootstrap/bootstrap-interval.js';
export type { BootstrapIntervalOptions } from './bootstrap/bootstrap-interval.js';
export type { BootstrapOptions } from './bootstrap/bootstrap-options.js';
export { FEW_VALUES } from './bootstrap/interval.js';
export type { Estimate, Interval, IntervalMethod, NoIntervalReason } from './bootstrap/interval.js';
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
export { compareSamples } from './comparison/compare-samples.js';
export type { Comparison, ComparisonOptions } from './comparison/compare-samples.js';
export { correctForMultipleTests } from './comparison/correct-for-multiple-tests.js';
export type { CorrectionOptions } from './comparison/correct-for-multiple-tests.js';
export type { EffectSize } from './comparison/effect-size.js';
export { pairBySeed } from './comparison/pair-by-seed.js';
export type { PairedSamples, SeededValue } from './comparison/pair-by-seed.js';
export type { PermutationTest } from './comparison/permutation-test.js';
export { stratifiedDifference } from './comparison/stratified-difference.js';
export type { StratifiedDifference, StratifiedDifferenceOptions, StratumDifference } from './comparison/stratified-difference.js';
export { StudiesError } from './errors.js';
export { leaderboard } from './leaderboard.js';
export type { LeaderboardEntry, LeaderboardOptions } from './leaderboard.js';
export { mean } from './samples/mean.js';
export type { Measured } from './samples/measured.js';
export { median } from './samples/median.js';
export { summarize } from './samples/summarize.js';
export type { Summary } from './samples/summarize.js';
export { estimateStudy } from './study/estimate-study.js';
export type { RunEstimate, RunsEstimate, StudyEstimate } from './study/estimate-study.js';
export { expandStudy } from './study/expand-study.js';
export type { StudyRun } from './study/expand-study.js';
export { parseStudy } from './study/parse-study.js';
export type { SeatMap } from './study/rotate-seats.js';
export { StudyFileError } from './study/study-file-error.js';
export type { StudyProgram } from './study/study-program.js';
export type { Settings, SettingValue, Study, StudyBudget, StudyCondition, StudySeats } from './study/study.js';
