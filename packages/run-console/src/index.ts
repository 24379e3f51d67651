export { ConsoleError, UsageError } from './cli/console-error.js';
export { type ConsoleIo, hasColors, type TextOutput } from './cli/console-io.js';
export { explainError } from './cli/explain-error.js';
export { findIdleOptions, type Observed } from './cli/find-idle-options.js';
export { decidedBy, type GivenOptions, isOn, needs, noEffect, type OptionRule, sameThing } from './cli/option-rules.js';
export { outputWidth } from './cli/output-width.js';
export { runAsProcess } from './cli/run-as-process.js';
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
  type VerbOption,
  type VerbCall,
  wholeNumber,
  withDefault,
  words,
} from './cli/verb.js';
export type { ForkStart, KeyedEdit, RunEdit, RunEdits } from './journals/run-edits.js';
export type { RunWords } from './journals/run-words.js';
export { type SettingInForce, settingsInForce } from './journals/settings-in-force.js';
export {
  carryOutOptions,
  clientOptions,
  outputOptions,
  outputRules,
  placeRule,
  replicateOptions,
  storeOptions,
  tokenBudgetOption,
} from './options/option-groups.js';
export { parseSeed, parseSeeds } from './options/parse-quantities.js';
export {
  type SettingOptions,
  besideStudyFile,
  missingNeed,
  neededSettings,
  readForkValue,
  settingOptions,
} from './options/setting-options.js';
export { displayWidth, padEnd, truncate } from './text/display-width.js';
export { formatTable } from './text/format-table.js';
export { createStyle, type Style } from './text/style.js';
export { wrapText } from './text/wrap-text.js';
export {
  selectionRule,
  compareOption,
  measuresOption,
  rawOption,
  rawRule,
  reportOptions,
  selectionOptions,
} from './verbs/journal-options.js';
export { journalVerbs } from './verbs/journal-verbs.js';
export type { PageProgram } from './verbs/serve-page.js';
export { viewVerb } from './verbs/view-verb.js';
