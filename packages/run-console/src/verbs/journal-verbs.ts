import { defineVerb, type OptionValues, type Verb, type VerbOptions } from '../cli/verb.js';
import type { ForkStart, RunEdit } from '../journals/run-edits.js';
import type { RunKind } from '../journals/run-kind.js';
import type { RunWords } from '../journals/run-words.js';
import { outputRules, placeRule } from '../options/option-groups.js';
import {
  doctorOptions,
  forkOptions,
  listOptions,
  rawRule,
  replayOptions,
  reportOptions,
  resumeOptions,
  showOptions,
  tellOptions,
} from './journal-options.js';

/** Options and edits that a program adds to the verb `fork`. */
export interface ForkExtension<State, Options extends VerbOptions> {
  /** Options beyond those that every fork has: `--edit-orders <file>`. */
  readonly options: Options;
  /** Whole commands after the program's name; `--help` shows them after the usual ones. @default [] */
  readonly examples?: readonly string[];
  /**
   * Returns the changes that these options ask for, usually reply texts at the paths of `start.answers`. It is called for every fork, so it
   * returns `{}` where none of the options is given.
   * @param cwd the folder that files are named from
   * @throws UsageError, ConsoleError in one clear line
   */
  editsOf(options: OptionValues<Options>, start: ForkStart<State>, cwd: string): Promise<RunEdit>;
}

/** The kind of run that `journalVerbs` makes verbs for, and how these verbs differ from the usual ones. */
export interface JournalVerbs<State, Fact extends { readonly type: string }, ForkOptions extends VerbOptions> {
  /** The words of the kind that `load` returns; `--help` needs them before it is loaded. */
  readonly words: RunWords;
  /** Loads the kind of run; called when a verb runs. */
  readonly load: () => Promise<RunKind<State, Fact>>;
  /** @default `fork` has its usual options alone */
  readonly fork?: ForkExtension<State, ForkOptions>;
  /** Takes the place of the usual verb `report`. @default results, timing, usage and the tables of the kind */
  readonly report?: Verb;
}

const run = { name: '<run>', description: 'name of the run, the beginning of its name, or its folder' } as const;

/** Returns the verbs that any kind of run has: `resume`, `fork`, `replay`, `runs`, `show`, `tell`, `report` and `doctor`. */
export function journalVerbs<
  State,
  Fact extends { readonly type: string },
  const ForkOptions extends VerbOptions = Record<never, never>,
>({ words, load, fork, report = reportVerb(load) }: JournalVerbs<State, Fact, ForkOptions>): readonly Verb[] {
  const { step, examples } = words;
  return [
    defineVerb({
      name: 'resume',
      summary: 'continue interrupted runs',
      details: 'Recorded answers are kept; only the missing ones are asked for.',
      arguments: [{ name: '[runs...]', description: 'names of runs, the beginnings of their names, or their folders' }],
      options: resumeOptions(words),
      rules: [placeRule(), ...outputRules],
      examples: [
        `resume ${examples.run}`,
        'resume --all --max-cost 5',
        'resume --all --model llamacpp:qwen3@http://127.0.0.1:9090/v1',
      ],
      run: async (call) => (await import('./resume-runs.js')).resumeRuns(await load(), call),
    }),
    defineVerb({
      name: 'fork',
      summary: `play a run again from one of its ${step}s on, with or without changes`,
      details: `The forks inherit everything before that ${step}. Within it, unchanged calls keep their recorded answers; from the next ${step} on, every future has random draws of its own. --times without an edit plays the controls that an edit is compared with.`,
      arguments: [run],
      options: { ...fork?.options, ...forkOptions(words) },
      rules: [placeRule(), ...outputRules],
      examples: [
        `fork ${examples.run} --at ${examples.step} --times 5`,
        `fork ${examples.run} --at ${examples.step} --set ${examples.edit} --times 5 --max-cost 2`,
        ...(fork?.examples ?? []),
      ],
      run: async (call) => {
        const { forkRuns } = await import('./fork-runs.js');
        const options = call.options as typeof call.options & OptionValues<ForkOptions>;
        return forkRuns(await load(), call, async (start) => fork?.editsOf(options, start, call.io.cwd) ?? {});
      },
    }),
    defineVerb({
      name: 'replay',
      summary: 'execute a run again from its record and compare the results',
      details: 'Asks no model. Every fact must be the same as in the record, byte for byte.',
      arguments: [run],
      options: replayOptions,
      rules: [placeRule()],
      examples: [`replay ${examples.run}`],
      run: async (call) => (await import('./replay-one.js')).replayOne(await load(), call),
    }),
    defineVerb({
      name: 'runs',
      summary: 'list the recorded runs and their progress',
      options: listOptions,
      examples: ['runs', 'runs --runs-dir runs/demo-2026-11-22-021536'],
      run: async (call) => (await import('./list-runs.js')).listRuns(await load(), call),
    }),
    defineVerb({
      name: 'show',
      summary: 'show the calls of a run, or one call in full',
      details:
        'Without a path, prints the tree of calls. With a path, prints the prompt, the reply, the parsed value and every attempt. In a fork, --story marks inherited and edited parts.',
      arguments: [
        run,
        { name: '[path]', description: `a call (${examples.call}), or a branch of the tree (${examples.branch})` },
      ],
      options: showOptions,
      rules: [placeRule(1)],
      examples: [`show ${examples.run}`, `show ${examples.run} --story`, `show ${examples.run} ${examples.call}`],
      run: async (call) => (await import('./show-run.js')).showRun(await load(), call),
    }),
    defineVerb({
      name: 'tell',
      summary: 'tell a run from its record, as when it was played',
      details: 'Unfinished runs are told as far as they are. In a fork, inherited and edited parts are marked.',
      arguments: [run],
      options: tellOptions,
      rules: [placeRule()],
      examples: [`tell ${examples.run}`],
      run: async (call) => (await import('./tell-run.js')).tellRun(await load(), call),
    }),
    report,
    defineVerb({
      name: 'doctor',
      summary: 'check models and this machine without starting a run',
      details: 'Makes a few short calls to each model. Keys are looked up but never shown.',
      options: doctorOptions,
      rules: outputRules,
      examples: [
        'doctor --model offline',
        `doctor --model openai:gpt-4o-mini,anthropic:claude-haiku-4-5${words.withoutEmbeddings === undefined ? '' : ' --embedding-model openai:text-embedding-3-small'}`,
      ],
      run: async (call) => (await import('./doctor.js')).doctor(await load(), call),
    }),
  ];
}

function reportVerb<State, Fact extends { readonly type: string }>(load: () => Promise<RunKind<State, Fact>>): Verb {
  return defineVerb({
    name: 'report',
    summary: 'results, usage, cost and timing of runs',
    arguments: [{ name: '[runs...]', description: 'runs to report on (default: all in the folder)' }],
    options: reportOptions,
    rules: [placeRule(), rawRule(['csv'], 'table')],
    examples: ['report', 'report --format csv --tables by-model --out usage.csv'],
    run: async (call) => (await import('./report-runs.js')).reportRuns(await load(), call),
  });
}
