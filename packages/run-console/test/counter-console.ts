import { EventEmitter } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFileStore } from '@entente/simulation-core/node';
import type { StudyProgram } from '@entente/studies';
import { z } from 'zod';
import type { ConsoleIo } from '../src/cli/console-io.js';
import { type CommandLine, runCommandLine } from '../src/cli/run-command-line.js';
import { defineVerb, flag, parsed, text, wholeNumber, withDefault } from '../src/cli/verb.js';
import { reportBatch } from '../src/journals/batch-report.js';
import { carryOut } from '../src/journals/carry-out.js';
import { listKnown } from '../src/journals/list-known.js';
import { planRun } from '../src/journals/plan-run.js';
import { carryOutOptions, replicateOptions, tokenBudgetOption } from '../src/options/option-groups.js';
import { parseSeeds } from '../src/options/parse-quantities.js';
import { runsFolder } from '../src/session/runs-folder.js';
import { openSession } from '../src/session/session.js';
import { runStudy, type StudyRunner } from '../src/studies/run-study.js';
import { journalVerbs } from '../src/verbs/journal-verbs.js';
import { type Added, COUNTER_WORDS, counterKind, type CounterSpec, type CounterState, toJson } from './counter-kind.js';

const playOptions = { ...carryOutOptions, maxTokens: tokenBudgetOption(COUNTER_WORDS.tokenBudgetFlag) } as const;

const count = defineVerb({
  name: 'count',
  summary: 'a count for each seed',
  options: {
    seeds: withDefault(parsed('--seeds <list>', 'seeds of the counts', parseSeeds), ['1']),
    steps: withDefault(wholeNumber('--steps <n>', 'steps of each'), 2),
    model: withDefault(text('--model <id>', 'model that names the numbers'), 'offline'),
    ...replicateOptions,
    ...playOptions,
  },
  examples: ['count --seeds 3'],
  run: async ({ io, options }) => {
    const session = await openSession(io, { ...options, responders: counterKind.responders });
    try {
      const { models } = session;
      const folder = runsFolder(io.cwd, options.runsDir);
      const store = createFileStore({ folder, durability: 'process' });
      const { runs: known } = await listKnown(store, session);
      const spec = { model: models.describe(options.model), steps: options.steps, factor: 1 };
      const plans = options.seeds.map((seed) =>
        planRun(counterKind, { name: 'count', spec: toJson(spec), seed }, { models, known, further: options.new }),
      );
      const carriedOut = await carryOut({ io, kind: counterKind, session, store, folder, plans, options });
      const { runsDir: runsDirFlag, json } = options;
      return reportBatch({ io, kind: counterKind, plans, carriedOut, folder, runsDirFlag, json });
    } finally {
      session.close();
    }
  },
});

const counterStudyProgram: StudyProgram = {
  name: 'counter',
  settings: { model: z.string(), steps: z.int().min(1), factor: z.int().min(1) },
  seats: [],
  measures: ['total', 'steps'],
};

const runner: StudyRunner<CounterSpec, CounterState, Added> = {
  kind: counterKind,
  program: counterStudyProgram,
  describe: async (runs, { models }) =>
    new Map(
      runs.map(({ id, settings }) => {
        const { model = 'offline', steps = 2, factor = 1 } = settings as Partial<Record<string, string | number>>;
        return [id, { model: models.describe(String(model)), steps: Number(steps), factor: Number(factor) }];
      }),
    ),
  toJson,
  estimate: ({ steps }) => ({
    calls: steps,
    inputTokens: 100 * steps,
    outputTokens: 10 * steps,
    costUsd: 0.5 * steps,
    timeMs: 0,
  }),
  estimateBasis: 'Guessed.',
};

const study = defineVerb({
  name: 'study',
  summary: 'the counts of a study file',
  arguments: [{ name: '<file>', description: 'YAML' }],
  options: { dryRun: flag('--dry-run', 'estimate only'), ...playOptions },
  examples: ['study factors.yaml'],
  run: async (call) => runStudy(runner, call, call.words[0]!),
});

/** A program of counts with every shared verb. */
export const counterCommandLine: CommandLine = {
  name: 'counter',
  summary: 'Counts, played by language models.',
  version: '1.0.0',
  verbs: [count, study, ...journalVerbs({ words: COUNTER_WORDS, load: async () => counterKind })],
};

export interface Said {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command line of counts in this process, in a folder of its own. */
export interface CounterConsole {
  readonly cwd: string;
  /** Runs one command and returns everything it printed. */
  run(...argv: readonly string[]): Promise<Said>;
  /** Names of the runs on record, sorted. */
  runs(folder?: string): readonly string[];
  /** Entries of a run's journal. */
  journal(runId: string): readonly Readonly<Record<string, unknown>>[];
  /** Path of a file in its folder. */
  path(...names: readonly string[]): string;
  remove(): Promise<void>;
}

export function createCounterConsole(more: Partial<ConsoleIo> & { readonly commandLine?: CommandLine } = {}): CounterConsole {
  const { commandLine = counterCommandLine, ...surroundings } = more;
  const cwd = mkdtempSync(join(tmpdir(), 'counter-'));
  return {
    cwd,
    run: async (...argv) => {
      const said = { stdout: '', stderr: '' };
      const output = (name: keyof typeof said) => ({ write: (written: string) => void (said[name] += written) });
      const streams = { stdout: output('stdout'), stderr: output('stderr') };
      const io = { ...streams, env: {}, cwd, signals: new EventEmitter(), ...surroundings };
      const exitCode = await runCommandLine(commandLine, argv, io);
      return { exitCode, ...said };
    },
    runs: (folder = 'runs') => readdirSync(join(cwd, folder)).toSorted(),
    journal: (runId) =>
      readFileSync(join(cwd, 'runs', runId, 'journal.jsonl'), 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>),
    path: (...names) => join(cwd, ...names),
    remove: () => rm(cwd, { recursive: true, force: true }),
  };
}
