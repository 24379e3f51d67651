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
    all: flag('--all', 'every run in the folder that has not ended'),
    reask: flag('--reask', "ask the open step's calls again, at their full price, because its prompts have changed"),
    model: words('--model <ids>', 'keys or new addresses of models of the runs, separated by commas: id#key, provider:model@url'),
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
    set: repeated('--set <key=value>', 'change a model or a setting from there on; may be given several times', parseKeyedEdit),
    editReplies: text('--edit-replies <file>', 'JSON object of call paths and the replies to put in their place in that step'),
    times: withDefault(wholeNumber('--times <n>', 'number of futures to draw; the same number draws alike under every edit'), 1),
    model: words(
      '--model <ids>',
      'keys or new addresses of models of the forks, separated by commas: id#key, provider:model@url',
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
  facts: flag('--facts', 'what became true, instead of what was asked'),
  story: flag('--story', 'what happened, told as it was when it was played, finished or not'),
} as const;

/** In CSV, an option of every verb that writes tables. */
export const rawOption = {
  raw: flag('--raw', 'in CSV, no apostrophe before texts that a spreadsheet would run as formulas'),
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
  format: withDefault(choice('--format <form>', 'for people, or for programs', ['table', 'csv', 'jsonl']), 'table'),
  study: text('--study <name[@version]>', 'only runs of this study; means are over the version of its most recent run'),
  codebook: flag('--codebook', 'meaning and unit of every column, and when it has no value, instead of the tables'),
  ...rawOption,
  tables: words('--tables <list>', 'only these tables, e.g. results,timing; csv takes one (default: results)'),
  out: text('--out <file>', 'write to this file instead of stdout'),
} as const;

/** Options of reports that compute means over several runs: which runs count beside the usual ones. */
export const selectionOptions = {
  include: words('--include <kinds>', 'let means and comparisons count these too: forks'),
  acrossVersions: flag('--across-versions', 'count runs of every version of a study, or with any settings, together'),
} as const;

/** An option of reports that compare. */
export const compareOption = parsed(
  '--compare <A B...>',
  'two conditions, models, or beginnings of run names against each other; words after the two are runs',
  (word, before): readonly string[] => [...((before ?? []) as readonly string[]), word],
);

/** An option beside `compareOption`. */
export const measuresOption = words('--measures <list>', 'compare only these (default: those of the study file, or all)');

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
