export { ConsoleError, UsageError } from './cli/console-error.js';
export {
  type ConsoleIo,
  hasColors,
  outputWidth,
  type SignalSource,
  STOP_SIGNALS,
  type StopSignal,
  type TextOutput,
} from './cli/console-io.js';
export { explainError } from './cli/explain-error.js';
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
  LOG_LEVELS,
  type LogLevel,
  modelOptions,
  outputOptions,
  replicateOptions,
  storeOptions,
} from './options/option-groups.js';
export type { ForkStart, KeyedEdit, RunEdit, RunEdits } from './journals/run-edits.js';
export { parseDollars, parseDuration, parseSeed, parseSeeds, parseTokens, quantity } from './options/parse-quantities.js';
export { type ForkExtension, forkOptions, forkVerb } from './verbs/fork-verb.js';
export { compareOption, journalVerbs, reportOptions } from './verbs/journal-verbs.js';
export { formatCsv, formatJsonLines } from './text/csv.js';
export { displayWidth, padEnd, padStart, truncate } from './text/display-width.js';
export { inThree } from './text/in-three.js';
export { countOf, formatCost, formatCount, formatDuration, NOTHING } from './text/quantity.js';
export { progressBar, sparkline } from './text/sparkline.js';
export { createStyle, type Style, type StyleName } from './text/style.js';
export { type Cell, type Column, formatTable, type Row, type Table, type TableLayout } from './text/table.js';
export { wrapText } from './text/wrap-text.js';
