// A program of your own, on simulation-core alone. Ada and Ben share a pot: each round both name a claim in secret; claims that
// fit are paid out, else ten coins melt. An arbiter judges every round beside the rounds that follow.
import assert from 'node:assert/strict';
import { createOfflineModel, definePrompt, type Message, modelCallStructured, nodeClock } from '@entente/llm-clients';
import { createMemoryStore, inParallel, type Program, replayRun, startRun } from '@entente/simulation-core';
import { z } from 'zod';

type Round = { readonly pot: number; readonly Ada: number; readonly Ben: number };
type State = { readonly rounds: readonly Round[]; readonly fairness: readonly number[] };
type Fact = { type: 'round-played'; round: Round } | { type: 'round-judged'; fairness: number };

const ask = (text: string): readonly Message[] => [{ role: 'user', parts: [{ kind: 'tail', text }] }];
const claimPrompt = definePrompt({
  name: 'claim',
  version: '1',
  schema: z.object({ claim: z.int().min(0).max(100) }),
  render: ({ name, pot }: { name: string; pot: number }) => ask(`You are ${name}. Pot: ${pot}. Your secret claim?`),
  offline: {
    recognises: ({ messages }) => messages.some(({ text }) => text.includes('claim?')),
    reply: ({ messages }, random) => `{ "claim": ${Math.round(Number(/\d+/.exec(messages[0]!.text)) * (0.4 + random() / 4))} }`,
  },
});
const model = createOfflineModel({ responders: [claimPrompt.offline], clock: nodeClock });

const program: Program<State, Fact> = {
  kind: 'bargaining',
  initial: { rounds: [], fairness: [] },
  apply: ({ rounds, fairness }, fact) =>
    fact.type === 'round-played'
      ? { rounds: [...rounds, fact.round], fairness }
      : { rounds, fairness: [...fairness, fact.fairness] },
  nextStep: ({ rounds }) => (rounds.some(({ pot, Ada, Ben }) => Ada + Ben <= pot) ? undefined : `round-${rounds.length + 1}`),
  step: async (scope, { rounds }) => {
    const pot = 100 - 10 * rounds.length;
    const { Ada, Ben } = await inParallel(scope, ['Ada', 'Ben'], (name, own) =>
      modelCallStructured(own.recorded(model), claimPrompt.with({ name, pot })),
    );
    const round = { pot, Ada: Ada.claim, Ben: Ben.claim };
    scope.record({ type: 'round-played', round });
    scope.defer(scope.path, 'judge', round);
  },
  deferred: {
    judge: async (scope, round: Round) => {
      const question = `How fair is ${JSON.stringify(round)}, from 0 to 10?`;
      const shape = z.object({ fairness: z.int().min(0).max(10) });
      return { type: 'round-judged', ...(await modelCallStructured(scope.recorded(model), question, shape)) };
    },
  },
  due: (_state, step, pending) => pending.slice(0, -1), // a judgement is in when the round after the next begins
};

const store = createMemoryStore();
const description = { spec: { coins: 100 }, seed: '2', replicate: 0 };
const run = await startRun(program, { store, clock: nodeClock, packageVersion: '1.0.0', description });
const replayed = await replayRun(program, run.runId, store); // asks nobody
assert.equal(run.status, 'completed');
assert.deepEqual(replayed.state, run.state);
assert.equal(replayed.calls, 3 * run.state.rounds.length);
console.log(run.state);
