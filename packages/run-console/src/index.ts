export { ConsoleError, UsageError } from './cli/console-error.js';
export {
  type ConsoleIo,
  hasColors,
  type SignalSource,
  STOP_SIGNALS,
  type StopSignal,
  type TextOutput,
} from './cli/console-io.js';
export { shownOutput } from './cli/shown-output.js';
export { explainError } from './cli/explain-error.js';
export { outputWidth } from './cli/output-width.js';
export {
  decidedBy,
  type GivenOptions,
  isOn,
  needs,
  noEffect,
  type NoEffect,
  type OptionNote,
  type OptionRule,
  sameThing,
} from './cli/option-rules.js';
export { findIdleOptions, type Observed, type OptionTrial } from './cli/find-idle-options.js';
export { type CommandProcess, runAsProcess } from './cli/run-as-process.js';
export { type CommandLine, runCommandLine } from './cli/run-command-line.js';
export {
  choice,
  defineVerb,
  flag,
  type OptionValues,
  parsed,
  repeated,
  text,
  type Verb,
  type VerbArgument,
  type VerbCall,
  type VerbDefinition,
  type VerbOption,
  type VerbOptions,
  wholeNumber,
  withDefault,
  words,
} from './cli/verb.js';
export {
  carryOutOptions,
  clientOptions,
  DEFAULT_RUNS_FOLDER,
  layoutOptions,
  LOG_LEVELS,
  type LogLevel,
  modelOptions,
  outputOptions,
  outputRules,
  placeRule,
  replicateOptions,
  storeOptions,
} from './options/option-groups.js';
export type { ForkStart, KeyedEdit, RunEdit, RunEdits } from './journals/run-edits.js';
export type { SettingInForce } from './journals/settings-in-force.js';
export { selectionRule } from './selection/selection-rule.js';
export { parseDollars, parseDuration, parseSeed, parseSeeds, parseTokens, quantity } from './options/parse-quantities.js';
export { type ForkExtension, forkOptions, forkVerb } from './verbs/fork-verb.js';
export {
  compareOption,
  journalVerbs,
  measuresOption,
  rawOption,
  rawRule,
  reportOptions,
  selectionOptions,
} from './verbs/journal-verbs.js';
export { cellText } from './text/cell-text.js';
export { codebookTable } from './text/codebook.js';
export { type CsvOptions, formatCsv, formatJsonLines, type WrittenTable } from './text/csv.js';
export { displayWidth, padEnd, padStart, truncate } from './text/display-width.js';
export { ESTIMATE_NOTE, formatTokens, formatUsageCost, isEstimated, USAGE_ESTIMATED_COLUMN } from './text/estimated-usage.js';
export { FEW_COLUMN, FEW_NOTE, intervalCells } from './text/few-values.js';
export { formatTable, type TableLayout } from './text/format-table.js';
export { inThree } from './text/in-three.js';
export { formatPValue } from './text/p-value.js';
export { fromSpreadsheetCell, toSpreadsheetCell } from './text/spreadsheet-cell.js';
export { printableJson, printableText } from './text/printable-text.js';
export { countOf, formatCost, formatCount, formatDuration, NOTHING } from './text/quantity.js';
export { RUN_COLUMN } from './text/run-column.js';
export { progressBar, sparkline } from './text/sparkline.js';
export { createStyle, type Style, type StyleName } from './text/style.js';
export type { Cell, Column, PrintedColumn, Row, Table } from './text/table.js';
export { wrapText } from './text/wrap-text.js';
