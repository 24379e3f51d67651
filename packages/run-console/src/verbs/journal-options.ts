import { noEffect, type OptionRule } from '../cli/option-rules.js';
import { choice, flag, type OptionValues, parsed, repeated, text, wholeNumber, withDefault, words } from '../cli/verb.js';
import { parseKeyedEdit } from '../journals/run-edits.js';
import type { RunWords } from '../journals/run-words.js';
import {
  carryOutOptions,
  clientOptions,
  layoutOptions,
  outputOptions,
  storeOptions,
  tokenBudgetOption,
} from '../options/option-groups.js';

/** Options of the verb `resume`. */
// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types -- the type of each option follows from its parser
export function resumeOptions({ tokenBudgetFlag }: Pick<RunWords, 'tokenBudgetFlag'>) {
  return {
    all: flag('--all', 'resume every unfinished run in the folder'),
    reask: flag('--reask', 'repeat the calls of the unfinished step at full price, because its prompts have changed'),
    model: words(
      '--model <ids>',
      'keys or new addresses of the models of the runs, separated by commas: id#key, provider:model@url',
    ),
    ...carryOutOptions,
    maxTokens: tokenBudgetOption(tokenBudgetFlag),
  } as const;
}
export type ResumeOptions = OptionValues<ReturnType<typeof resumeOptions>>;

/** Options of the verb `fork`; a program may add some of its own. */
// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types -- the type of each option follows from its parser
export function forkOptions({ step, examples, tokenBudgetFlag }: Pick<RunWords, 'step' | 'examples' | 'tokenBudgetFlag'>) {
  return {
    at: text('--at <step>', `first ${step} that the forks play themselves, e.g. ${examples.step}`),
    set: repeated(
      '--set <key=value>',
      'change a model or a setting from that point on; may be given several times',
      parseKeyedEdit,
    ),
    editReplies: text('--edit-replies <file>', 'JSON file that maps call paths of that step to the replies to use instead'),
    times: withDefault(
      wholeNumber('--times <n>', 'number of futures to draw; future n has the same random draws under every edit'),
      1,
    ),
    redraw: flag(
      '--redraw',
      'draw that step anew without an edit: the control for edits of settings and events, which leave no reply in it',
    ),
    model: words(
      '--model <ids>',
      'keys or new addresses of the models of the forks, separated by commas: id#key, provider:model@url',
    ),
    ...carryOutOptions,
    maxTokens: tokenBudgetOption(tokenBudgetFlag),
  } as const;
}
export type ForkOptions = OptionValues<ReturnType<typeof forkOptions>>;

/** Options of the verb `replay`. */
export const replayOptions = { ...storeOptions, json: outputOptions.json } as const;

/** Options of the verb `runs`. */
export const listOptions = { ...storeOptions, ...layoutOptions, json: outputOptions.json } as const;

/** Options of the verb `show`. */
export const showOptions = {
  ...storeOptions,
  ...layoutOptions,
  facts: flag('--facts', 'show the recorded facts instead of the calls'),
  story: flag('--story', 'tell the run as a story, as the verb tell does'),
} as const;

/** Options of the verb `tell`. */
export const tellOptions = { ...storeOptions, ...layoutOptions } as const;

/** In CSV, an option of every verb that writes tables. */
export const rawOption = {
  raw: flag('--raw', 'write CSV without the apostrophe that keeps spreadsheets from running texts as formulas'),
} as const;

/**
 * Refuses `--raw` where no CSV is written.
 * @param csvFormats the values of `--format` that are CSV
 * @param usual the format where none is named
 */
export function rawRule(csvFormats: readonly string[], usual: string): OptionRule {
  return noEffect({
    when: ({ values }) => !csvFormats.includes((values['format'] as string | undefined) ?? usual),
    options: ['raw'],
    because: `only CSV has apostrophes before formulas; add --format ${csvFormats.join(' or ')}, or leave it out.`,
  });
}

/** Options of the verb `report`. */
export const reportOptions = {
  ...storeOptions,
  ...layoutOptions,
  config: clientOptions.config,
  format: withDefault(choice('--format <form>', 'format of the tables', ['table', 'csv', 'jsonl']), 'table'),
  study: text('--study <name[@version]>', 'report on runs of this study only; means cover the version of its most recent run'),
  codebook: flag(
    '--codebook',
    'explain every column instead of printing the tables: its meaning, its unit, and when it is empty',
  ),
  ...rawOption,
  tables: words('--tables <list>', 'tables to print, e.g. results,timing; csv takes one (default: results)'),
  out: text('--out <file>', 'write to this file instead of stdout'),
} as const;

/** Options of reports that compute means over several runs: which runs count beside the usual ones. */
export const selectionOptions = {
  include: words('--include <kinds>', 'count these kinds of runs in means and comparisons too: forks'),
  acrossVersions: flag('--across-versions', 'count runs together although their study version or settings differ'),
} as const;

/** An option of reports that compare. */
export const compareOption = parsed(
  '--compare <A B...>',
  'compare two conditions, models or prefixes of run names; any further words name runs',
  (word, before): readonly string[] => [...((before ?? []) as readonly string[]), word],
);

/** An option beside `compareOption`. */
export const measuresOption = words('--measures <list>', 'measures to compare (default: those of the study file, or all)');

/** Options of the verb `doctor`. */
export const doctorOptions = {
  ...storeOptions,
  ...clientOptions,
  model: words('--model <ids>', 'models to try, separated by commas (default: the one of the config file, or offline)'),
  embeddingModel: text('--embedding-model <id>', 'embedding model to try'),
  ...layoutOptions,
  json: outputOptions.json,
  logLevel: outputOptions.logLevel,
  logFile: outputOptions.logFile,
} as const;

/** Refuses `--include` and `--across-versions` where runs are named one by one, since then exactly those count. */
export const selectionRule: OptionRule = noEffect({
  when: ({ words, values: { compare } }) => words.length > 0 || (Array.isArray(compare) && compare.length > 2),
  options: ['include', 'acrossVersions'],
  because: 'the runs are named one by one, and each of them counts; leave out one or the other.',
});
