import { choice, defineVerb, flag, parsed, text, type Verb, type VerbOptions, withDefault, words } from '../cli/verb.js';
import { noEffect, type OptionRule } from '../cli/option-rules.js';
import type { RunKind } from '../journals/run-kind.js';
import {
  carryOutOptions,
  clientOptions,
  layoutOptions,
  modelOptions,
  outputOptions,
  outputRules,
  placeRule,
  storeOptions,
} from '../options/option-groups.js';
import { type ForkExtension, forkVerb } from './fork-verb.js';

export const resumeOptions = {
  all: flag('--all', 'every run in the folder that has not ended'),
  reask: flag('--reask', "pay the open step's calls again, because its prompts have changed"),
  model: words('--model <ids>', 'keys or new addresses of models of the runs, with commas: id#key, provider:model@url'),
  ...carryOutOptions,
} as const;

export const replayOptions = { ...storeOptions, json: outputOptions.json } as const;

export const listOptions = { ...storeOptions, ...layoutOptions, json: outputOptions.json } as const;

export const showOptions = {
  ...storeOptions,
  ...layoutOptions,
  facts: flag('--facts', 'what became true, instead of what was asked'),
  story: flag('--story', 'what happened, told as it was when it was played, finished or not'),
} as const;

export const REPORT_FORMATS = ['table', 'csv', 'jsonl'] as const;

export const rawOption = {
  raw: flag('--raw', 'in CSV, no apostrophe before texts that a spreadsheet would run as formulas'),
} as const;

/** @param csvFormats the values of `--format` that are CSV @param usual the format where none is named */
export function rawRule(csvFormats: readonly string[], usual: string): OptionRule {
  return noEffect({
    when: ({ values }) => !csvFormats.includes((values['format'] as string | undefined) ?? usual),
    options: ['raw'],
    because: `only CSV has apostrophes before formulas; add --format ${csvFormats.join(' or ')}, or leave it out.`,
  });
}

export const reportOptions = {
  ...storeOptions,
  ...layoutOptions,
  config: clientOptions.config,
  format: withDefault(choice('--format <form>', 'for people, or for programs', REPORT_FORMATS), 'table'),
  study: text('--study <name[@version]>', 'only runs that this study made; means take the version of its most recent run'),
  codebook: flag('--codebook', 'what every column of the tables says, its unit, and when there is no value'),
  ...rawOption,
  tables: words('--tables <list>', 'only these tables, e.g. results,timing; csv takes one, results if none is named'),
  out: text('--out <file>', 'into this file instead of stdout'),
} as const;

/** For kinds of runs whose reports compute means over several runs: which ones count beside the usual. */
export const selectionOptions = {
  include: words('--include <kinds>', 'let means and comparisons count these too: forks'),
  acrossVersions: flag('--across-versions', 'let runs of every version of a study, or with any settings, count together'),
} as const;

/** For kinds of runs whose reports compare. */
export const compareOption = parsed(
  '--compare <A B...>',
  'two conditions, models, or beginnings of run names against each other; words after the two are runs',
  (word, before): readonly string[] => [...((before ?? []) as readonly string[]), word],
);

/** Beside `compareOption`. */
export const measuresOption = words('--measures <list>', 'compare these only; else those of the study file, else all');

export const doctorOptions = {
  ...storeOptions,
  ...clientOptions,
  model: words('--model <ids>', 'the models to try, with commas; else the one of the config file, else offline'),
  embeddingModel: modelOptions.embeddingModel,
  ...layoutOptions,
  json: outputOptions.json,
  logLevel: outputOptions.logLevel,
  logFile: outputOptions.logFile,
} as const;

const run = { name: '<run>', description: 'its name, the beginning of it, or its folder' } as const;

/**
 * The verbs that any kind of run has, once it says how its journals are to be read; each loads what it needs when it runs.
 * @param fork what the program adds to the fork verb
 */
export function journalVerbs<
  State,
  Fact extends { readonly type: string },
  const ForkOptions extends VerbOptions = Record<never, never>,
>(load: () => Promise<RunKind<State, Fact>>, fork?: ForkExtension<State, ForkOptions>): readonly Verb[] {
  return [
    defineVerb({
      name: 'resume',
      summary: 'go on with runs that broke off',
      details: 'Asks only what is not on record yet.',
      arguments: [{ name: '[runs...]', description: 'their names, the beginnings of them, or their folders' }],
      options: resumeOptions,
      rules: [placeRule(), ...outputRules],
      examples: [
        'resume maya-jonas~s1~9f3a01c2',
        'resume --all --max-cost 5',
        'resume --all --model llamacpp:qwen3@http://127.0.0.1:9090/v1',
      ],
      run: async (call) => (await import('./resume-runs.js')).resumeRuns(await load(), call),
    }),
    forkVerb(load, fork),
    defineVerb({
      name: 'replay',
      summary: 'execute a run again from its record alone, and compare',
      details: 'No model is asked. Every fact must come out as it is on record, byte for byte.',
      arguments: [run],
      options: replayOptions,
      rules: [placeRule()],
      examples: ['replay maya-jonas~s1~9f3a01c2'],
      run: async (call) => (await import('./replay-one.js')).replayOne(await load(), call),
    }),
    defineVerb({
      name: 'runs',
      summary: 'what is on record, and how far it is',
      options: listOptions,
      examples: ['runs', 'runs --runs-dir runs/demo-2026-11-22-021536'],
      run: async (call) => (await import('./list-runs.js')).listRuns(await load(), call),
    }),
    defineVerb({
      name: 'show',
      summary: 'the calls of a run, or all about one of them',
      details:
        'Without a path: the tree of calls. With one: the prompt, the reply, the value read from it, and every attempt.\n' +
        '--story tells any run, a fork with what it inherited and what was edited in it marked.',
      arguments: [run, { name: '[path]', description: 'a call (scene-1/beat-1/choose#0), or a branch of the tree (scene-1)' }],
      options: showOptions,
      rules: [placeRule(1)],
      examples: ['show maya-jonas', 'show maya-jonas --story', 'show maya-jonas scene-1/opening#0'],
      run: async (call) => (await import('./show-run.js')).showRun(await load(), call),
    }),
    defineVerb({
      name: 'report',
      summary: 'results, usage, cost and timing of runs',
      arguments: [{ name: '[runs...]', description: 'which ones; else all in the folder' }],
      options: reportOptions,
      rules: [placeRule(), rawRule(['csv'], 'table')],
      examples: ['report', 'report --format csv --tables commitment --out commitment.csv'],
      run: async (call) => (await import('./report-runs.js')).reportRuns(await load(), call),
    }),
    defineVerb({
      name: 'doctor',
      summary: 'try models and this machine, without starting a run',
      details: 'A key is found or missed but never shown; a few short calls are made to each model.',
      options: doctorOptions,
      rules: outputRules,
      examples: [
        'doctor --model offline',
        'doctor --model openai:gpt-4o-mini,anthropic:claude-haiku-4-5 --embedding-model openai:text-embedding-3-small',
      ],
      run: async (call) => (await import('./doctor.js')).doctor(await load(), call),
    }),
  ];
}
