import { type EmbeddingModel, type EmbedResult, type LanguageModel, NO_USAGE } from '@entente/llm-clients';
import { digest, inParallel, later, type Program, type Scope } from '../src/index.js';

export const PLAYERS = ['ANA', 'BEN', 'CLEO'] as const;

export interface ToyState {
  readonly round: number;
  readonly said: readonly string[];
  readonly scores: Readonly<Record<string, string>>;
}

export type ToyFact =
  | { readonly type: 'said'; readonly texts: readonly string[]; readonly draw: number }
  | { readonly type: 'mood-set'; readonly mood: string }
  | { readonly type: 'scored'; readonly key: string; readonly score: string }
  | { readonly type: 'round-ended' };

export interface ToyModels {
  readonly model: LanguageModel;
  readonly embeddings: EmbeddingModel;
}

export async function ask(scope: Scope, model: LanguageModel, prompt: string): Promise<string> {
  const { text } = await scope.recorded(model).generate({
    messages: [{ role: 'user', parts: [{ kind: 'tail', text: prompt }] }],
    label: { name: stageOf(prompt), version: '1' },
  });
  return text;
}

/** The toy's prompts are told apart by what is done in them. */
const stageOf = (prompt: string): string =>
  /mood|speaks|goes on|thought|feeling|closing|judge|harsh|mild/.exec(prompt)?.[0] ?? prompt;

/** Has one of everything: branches with a varying number of calls, `later`, vectors, randomness, and deferred work with its own branches. */
export function toyProgram(
  { model, embeddings }: ToyModels,
  rounds = 3,
  atBarrier: () => void = () => {},
): Program<ToyState, ToyFact> {
  return {
    kind: 'toy',
    initial: { round: 0, said: [], scores: {} },
    apply: (state, fact) => {
      switch (fact.type) {
        case 'said':
          return { ...state, said: [...state.said, ...fact.texts] };
        case 'mood-set':
          return { ...state, said: [...state.said, fact.mood] };
        case 'scored':
          return { ...state, scores: { ...state.scores, [fact.key]: fact.score } };
        case 'round-ended':
          return { ...state, round: state.round + 1 };
        default:
          return fact satisfies never;
      }
    },
    nextStep: (state) => (state.round < rounds ? `round-${state.round + 1}` : undefined),
    step: async (scope, state) => {
      const mood = later(scope, 'mood', (beside) => ask(beside, model, `mood after ${state.said.length}`));
      const texts = await inParallel(scope.child('talk'), PLAYERS, async (player, branch) => {
        let text = await ask(branch, model, `${player} speaks in ${state.round} after ${state.said.join()}`);
        while (/[0-7]$/.test(text) && text.length < 60) text += await ask(branch, model, `${player} goes on: ${text}`);
        const { vectors } = await branch.recordedEmbeddings(embeddings).embed([`${player} said`, text]);
        const inner = await inParallel(branch.child('inner'), ['thought', 'feeling'], (kind, own) =>
          ask(own, model, `${kind} ${text}`),
        );
        return `${text} ${vectors[1]![0]} ${inner.thought} ${inner.feeling} ${branch.random().toFixed(6)}`;
      });
      atBarrier();
      scope.record({ type: 'said', texts: PLAYERS.map((player) => texts[player]), draw: scope.random() });
      for (const player of PLAYERS) scope.defer(`${state.round + 1}-${player}`, 'score', { player });
      await ask(scope, model, `closing ${state.round}`);
      scope.record({ type: 'mood-set', mood: await mood.join() });
      scope.record({ type: 'round-ended' });
    },
    deferred: {
      score: async (scope, { player }: { readonly player: string }, { said }) => {
        const first = await ask(scope, model, `judge ${player}: ${said.join()}`);
        const both = await inParallel(scope, ['harsh', 'mild'], (manner, own) => ask(own, model, `${manner} ${first}`));
        return { type: 'scored', key: `${said.length}-${player}`, score: both.harsh + both.mild };
      },
    },
    due: (state, _step, pending) => pending.filter((key) => Number(key.split('-')[0]) <= state.round - 1),
  };
}

/** Models whose answers follow from salt and prompt; `wrap` decides when they come. */
export function toyModels(
  salt: string,
  wrap: <Result>(call: () => Promise<Result>) => Promise<Result> = (call) => call(),
): ToyModels & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    model: {
      provider: 'toy',
      modelId: 'm',
      generate: (request) => {
        const prompt = request.messages.map((message) => message.parts.map((part) => part.text).join()).join();
        asked.push(prompt);
        return wrap(async () => ({
          text: digest(salt + prompt).slice(0, 6),
          finishReason: 'stop',
          usage: { ...NO_USAGE, inputTokens: prompt.length, outputTokens: 6 },
          latencyMs: 10 + (prompt.length % 7),
          attempts: [{ outcome: 'answered', latencyMs: 10 }],
          droppedParameters: [],
        }));
      },
    },
    embeddings: {
      provider: 'toy',
      modelId: 'e',
      embed: (texts) => {
        asked.push(...texts.map((text) => `embed ${text}`));
        return wrap(async (): Promise<EmbedResult> => ({
          vectors: texts.map((text) => Float32Array.of(parseInt(digest(`${salt}embed ${text}`).slice(0, 4), 16) / 65536)),
          usage: NO_USAGE,
          latencyMs: 5,
          attempts: [{ outcome: 'answered', latencyMs: 5 }],
        }));
      },
    },
  };
}
