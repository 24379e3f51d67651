/** What carries runs out: heavier than the rest, so verbs import it when they run. */
export { chooseMeasures, type ChosenMeasures } from '../comparison/choose-measures.js';
export { comparedSides, type SelectedSides, selectSides, type SidesRequest } from '../comparison/select-sides.js';
export { comparisonTables, type ComparisonWords } from '../comparison/comparison-tables.js';
export type { SideKind } from '../comparison/find-sides.js';
export { type BatchReport, quoteForShell, reportBatch, shownPath } from '../journals/batch-report.js';
export { type CarriedOut, carryOut, type CarryOutOptions, type CarryOutRequest, type RunTimes } from '../journals/carry-out.js';
export { assertKind, findRun, type FoundRun, readHeader } from '../journals/find-run.js';
export { offlineRunsOf, type Grouping, GROUPINGS, type SummarizedRun } from '../journals/summarize-runs.js';
export { type KnownRuns, listKnown } from '../journals/list-known.js';
export { describeEdit, EDIT_LABEL, type ForkRequest, NO_EDIT, planForks } from '../journals/plan-forks.js';
export { type Plan, planFromRecord, planRun, type RunRequest } from '../journals/plan-run.js';
export { resultsTable, timingTable, usageTable } from '../journals/report-tables.js';
export type { LiveLine, RunKind, RunOnRecord, RunStory } from '../journals/run-kind.js';
export { describeConditions } from '../selection/describe-conditions.js';
export { describeLeftOut, describeSelection } from '../selection/describe-selection.js';
export {
  countLeftOut,
  distinctRuns,
  type LeftOutReason,
  narrowed,
  type SelectableRun,
  type Selection,
  type SelectionRequest,
  selectRuns,
  withCopies,
  withOtherVersions,
} from '../selection/select-runs.js';
export { selectionRequest } from '../selection/selection-request.js';
export type { Facets } from '../selection/side-differences.js';
export { STUDY_LABELS, type StudyOfRun, studyOfRun } from '../selection/study-of-run.js';
export { type DistinctRuns, withoutCopies } from '../journals/without-copies.js';
export { createJsonDisplay, createQuietDisplay } from '../progress/json-display.js';
export type { PlannedDisplay, RunDisplay, Surroundings } from '../progress/run-display.js';
export { type LiveModels, liveModels, type ModelSource, modelsOnRecord } from './model-source.js';
export { type CostOf, pricesOfRun } from './run-prices.js';
export { assertWritable, freshFolder, runsDirOf, runsFolder } from './runs-folder.js';
export {
  keylessSession,
  openBudget,
  openSession,
  readConfig,
  type Session,
  type SessionOptions,
} from './session.js';
export { EXIT_CODES, handleStops, type StopHandling, type StopHandlingOptions } from './stop-handling.js';
export {
  createEstimateTally,
  type EstimateTotals,
  type PricedModel,
  type PromptEstimate,
  type TallyOptions,
} from '../studies/estimate-tally.js';
export { reportEstimate } from '../studies/report-estimate.js';
export { runStudy, type StudyCommand, type StudyRunner } from '../studies/run-study.js';
export { tellRecord } from '../journals/tell-record.js';
export { readRuns, reportRuns, type RunsRead } from '../verbs/report-runs.js';
export { type Report, writeReport } from '../verbs/write-report.js';
