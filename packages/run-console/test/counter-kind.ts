import { definePrompt, modelCallStructured } from '@entente/llm-clients';
import { modelSpecSchema } from '@entente/llm-clients/contract';
import type { Json, Program } from '@entente/simulation-core';
import type { RunBlueprint } from '@entente/simulation-core/journal';
import { z } from 'zod';
import type { RunWords } from '../src/journals/run-words.js';
import type { RunKind } from '../src/journals/run-kind.js';
import { ConsoleError, UsageError } from '../src/cli/console-error.js';

/** A run that adds up a number a step; each number is a model's reply. */
export interface CounterState {
  readonly added: readonly number[];
}
export interface Added {
  readonly type: 'added';
  readonly amount: number;
}

/** Settings of a run: the number of its steps, and the factor by which every number counts. */
export const counterSpecSchema = z.strictObject({ model: modelSpecSchema, steps: z.int().min(1), factor: z.int().min(1) });
export type CounterSpec = z.infer<typeof counterSpecSchema>;

export const COUNTER_WORDS: RunWords = {
  noun: 'count',
  step: 'step',
  examples: {
    run: 'count~s1~9f3a01c2',
    step: 'step-2',
    call: 'step-1/add#0',
    branch: 'step-1',
    edit: 'model=openai:gpt-4o-mini',
  },
  tokenBudgetFlag: '--max-all-tokens',
  longPrompts: { subject: 'prompts of a count', tokens: 2_000 },
};

export const addPrompt = definePrompt({
  name: 'add',
  version: '1',
  schema: z.object({ amount: z.int().min(1).max(6) }),
  render: ({ total }: { total: number }) => [
    { role: 'user', parts: [{ kind: 'tail', text: `The sum is ${total}. Which number is added?` }] },
  ],
  offline: {
    recognises: ({ messages }) => messages.some(({ text }) => text.includes('Which number is added?')),
    reply: (_request, random) => `{ "amount": ${1 + Math.floor(6 * random())} }`,
  },
});

/** The spec as a header holds it. */
export function toJson(spec: CounterSpec): Json {
  return spec as unknown as Json;
}

function specOf({ spec }: Pick<RunBlueprint, 'spec'>): CounterSpec {
  const parsed = counterSpecSchema.safeParse(spec);
  if (!parsed.success) throw new ConsoleError('This header is of another version of the counter.');
  return parsed.data;
}

export function totalOf({ added }: CounterState): number {
  return added.reduce((sum, amount) => sum + amount, 0);
}

/** The kind of run with which the shared verbs are tested. */
export const counterKind: RunKind<CounterState, Added> = {
  kind: 'counter',
  words: COUNTER_WORDS,
  packageVersion: '1.0.0',
  command: 'counter',
  responders: [addPrompt.offline],
  modelsOf: (blueprint) => [specOf(blueprint).model],
  buildProgram: (blueprint, models): Program<CounterState, Added> => {
    const { model, steps, factor } = specOf(blueprint);
    const asked = models.languageModel(model);
    return {
      kind: 'counter',
      initial: { added: [] },
      apply: ({ added }, { amount }) => ({ added: [...added, amount] }),
      nextStep: ({ added }) => (added.length < steps ? `step-${added.length + 1}` : undefined),
      step: async (scope, state) => {
        const own = scope.child('add').recorded(asked);
        const { amount } = await modelCallStructured(own, addPrompt.with({ total: totalOf(state) }));
        scope.record({ type: 'added', amount: amount * factor });
      },
    };
  },
  title: (blueprint) => `up to ${specOf(blueprint).steps}`,
  settings: (blueprint) => {
    const { steps, factor } = specOf(blueprint);
    return [
      { name: 'steps', value: steps, usual: 2 },
      { name: 'factor', value: factor, usual: 1 },
    ];
  },
  plannedSteps: (blueprint) => specOf(blueprint).steps,
  results: {
    columns: [
      { key: 'seed', title: 'seed', meaning: 'Seed of the run.', unit: 'text' },
      { key: 'total', title: 'total', meaning: 'Sum of all numbers.', unit: 'points', align: 'right' },
    ],
    row: (state, { seed }) => ({ seed, total: totalOf(state) }),
    note: 'Total: the sum of all numbers.',
  },
  tables: (runs) => [
    {
      name: 'numbers',
      title: 'Numbers',
      columns: [
        { key: 'run', title: 'run', meaning: 'Name of the run.', unit: 'text' },
        { key: 'numbers', title: 'numbers', meaning: 'All numbers in order.', unit: 'text' },
      ],
      rows: runs.map(({ runId, state }) => ({ run: runId, numbers: state.added.join(' ') })),
    },
  ],
  edits: {
    keys: () => ['model', 'factor'],
    apply: (sets, { spec, models }) => {
      let changed = counterSpecSchema.parse(spec);
      for (const { key, value } of sets) {
        if (key === 'model') changed = { ...changed, model: models.describe(value) };
        else if (/^[1-9]$/.test(value)) changed = { ...changed, factor: Number(value) };
        else throw new UsageError(`--set factor cannot be "${value}"; write a digit from 1 on.`);
      }
      return sets.length === 0 ? {} : { spec: toJson(changed) };
    },
  },
  story: {
    display: (io) => ({
      planned: () => {},
      runStarted: () => {},
      entry: (_runId, entry) => {
        if (entry.type === 'fact-recorded') io.stdout.write(`${entry.step} adds ${String(entry.fact['amount'])}\n`);
      },
      runEnded: () => {},
      note: () => {},
      close: () => {},
    }),
    callsBehind: () => undefined,
  },
};
