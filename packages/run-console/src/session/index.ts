/** Sessions, plans, batches, studies and reports: heavier than the main entry, so verbs import it when they run. */
export { chooseMeasures } from '../comparison/choose-measures.js';
export { comparisonTables } from '../comparison/comparison-tables.js';
export { comparedSides, type SelectedSides, selectSides } from '../comparison/select-sides.js';
export { quoteForShell, reportBatch } from '../journals/batch-report.js';
export { type CarriedOut, carryOut } from '../journals/carry-out.js';
export { assertKind, findRun, readHeader } from '../journals/find-run.js';
export { listKnown } from '../journals/list-known.js';
export { EDIT_LABEL, NO_EDIT, planForks, REDRAWN } from '../journals/plan-forks.js';
export { type Plan, planFromRecord, planRun } from '../journals/plan-run.js';
export { resultsTable, timingTable, usageTable } from '../journals/report-tables.js';
export type { LiveLine, RunKind, RunOnRecord, RunStory } from '../journals/run-kind.js';
export { offlineRunsOf, GROUPINGS, type SummarizedRun } from '../journals/summarize-runs.js';
export { tellRecord } from '../journals/tell-record.js';
export { captureRequest } from '../prompts/capture-request.js';
export { tokensOfRequest } from '../prompts/format-request.js';
export { runPromptsVerb } from '../prompts/run-prompts-verb.js';
export { readTextFolder, writeTextFolder } from '../prompts/text-folder.js';
export { createJsonDisplay, createQuietDisplay } from '../progress/json-display.js';
export type { RunDisplay } from '../progress/run-display.js';
export { describeConditions } from '../selection/describe-conditions.js';
export { describeSelection } from '../selection/describe-selection.js';
export {
  countLeftOut,
  distinctRuns,
  type Selection,
  type SelectionRequest,
  selectRuns,
  withCopies,
  withOtherVersions,
} from '../selection/select-runs.js';
export { selectionRequest } from '../selection/selection-request.js';
export { type Facets, sideDifferences } from '../selection/side-differences.js';
export { createEstimateTally, type PricedModel, type PromptEstimate, type TallyOptions } from '../studies/estimate-tally.js';
export { OFFLINE_NOTE } from '../journals/offline-note.js';
export { noteSharedRuns } from '../studies/plan-study.js';
export { reportEstimate } from '../studies/report-estimate.js';
export { runStudy, type StudyRunner } from '../studies/run-study.js';
export { readRuns, reportOnRuns, type ReportRequest, reportRuns, type RunsRead } from '../verbs/report-runs.js';
export { type Report, writeReport } from '../verbs/write-report.js';
export { type LiveModels, type ModelSource } from './model-source.js';
export { pricesOfRun } from './run-prices.js';
export { freshFolder, runsDirOf, runsFolder } from './runs-folder.js';
export { keylessSession, openSession, readConfig, type Session } from './session.js';
export { EXIT_CODES } from './stop-handling.js';
