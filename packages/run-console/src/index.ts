export { ConsoleError, UsageError } from './cli/console-error.js';
export {
  type ConsoleIo,
  hasColors,
  type SignalSource,
  STOP_SIGNALS,
  type StopSignal,
  type TextOutput,
} from './cli/console-io.js';
export { explainError } from './cli/explain-error.js';
export { findIdleOptions, type Observed, type OptionTrial } from './cli/find-idle-options.js';
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
export { outputWidth } from './cli/output-width.js';
export { type CommandProcess, runAsProcess } from './cli/run-as-process.js';
export { type CommandLine, runCommandLine } from './cli/run-command-line.js';
export { shownOutput } from './cli/shown-output.js';
export {
  alsoCalled,
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
export type { ForkStart, KeyedEdit, RunEdit, RunEdits } from './journals/run-edits.js';
export { type SettingInForce, settingsInForce } from './journals/settings-in-force.js';
export type { RunWords } from './journals/run-words.js';
export {
  carryOutOptions,
  clientOptions,
  DEFAULT_RUNS_FOLDER,
  layoutOptions,
  LOG_LEVELS,
  type LogLevel,
  outputOptions,
  outputRules,
  placeRule,
  replicateOptions,
  storeOptions,
  tokenBudgetOption,
} from './options/option-groups.js';
export {
  besideStudyFile,
  missingNeed,
  neededSettings,
  readForkValue,
  settingOptions,
  type SettingOptions,
} from './options/setting-options.js';
export { parseDollars, parseDuration, parseSeed, parseSeeds, parseTokens, quantity } from './options/parse-quantities.js';
export {
  selectionRule,
  compareOption,
  measuresOption,
  rawOption,
  rawRule,
  reportOptions,
  selectionOptions,
} from './verbs/journal-options.js';
export { displayWidth, padEnd, padStart, truncate } from './text/display-width.js';
export { formatTable, type TableLayout } from './text/format-table.js';
export { createStyle, type Style, type StyleName } from './text/style.js';
export { wrapText } from './text/wrap-text.js';
export { journalVerbs } from './verbs/journal-verbs.js';
