import { createModelClients, parseModelId } from '@entente/llm-clients';
import { createFakeClock } from '@entente/llm-clients/testing';
import type { Addresses } from '@entente/simulation-core';
import { describe, expect, it } from 'vitest';
import { assertLatencyUsed } from './session.js';
import { liveModels } from './model-source.js';
import { planMoves, settingsLeftBehind } from './plan-moves.js';

const GIVEN = ['openai:gpt-4o-mini#sk-one', 'anthropic:claude-haiku-4-5#sk-two'];
const at = (port: number, model = 'llamacpp:tiny'): string => `${model}@${url(port)}`;
const url = (port: number): string => `http://127.0.0.1:${port}/v1`;

interface Case {
  readonly env?: Readonly<Record<string, string>>;
  readonly addresses?: Addresses;
  readonly hasEnded?: boolean;
}

/** @param runs the models of each run, which are called a, b, ... */
function plan(ids: readonly string[], runs: readonly (readonly string[])[], { env = {}, addresses = {}, hasEnded }: Case = {}) {
  const make = (variables: Readonly<Record<string, string>>) => {
    const clients = createModelClients({ env: variables, config: {}, clock: createFakeClock(), random: () => 0.5 });
    return liveModels(clients, {}, [...GIVEN, ...ids.filter((id) => id.includes('#'))]);
  };
  const begun = make({});
  const movable = runs.map((asked, index) => ({
    runId: 'abcdef'[index]!,
    models: asked.map((id) => begun.describe(id)),
    addresses,
    ...(hasEnded !== undefined && { hasEnded }),
  }));
  const { moves, notes } = planMoves(ids, movable, make(env));
  return { moves: Object.fromEntries(moves), notes };
}

describe('keys of models on record', () => {
  it('are taken for every model that is asked', () => {
    expect(plan(GIVEN, [['openai:gpt-4o-mini', 'anthropic:claude-haiku-4-5']])).toEqual({ moves: {}, notes: [] });
  });

  it('are missed in an id that has neither key nor address, which would change nothing', () => {
    expect(() => plan(['openai:gpt-4o-mini'], [['openai:gpt-4o-mini']])).toThrow(
      /^--model openai:gpt-4o-mini has no effect here: .*#key.*@https:/,
    );
  });

  it('are refused where nobody needs them, and never shown', () => {
    expect(() => plan(['openai:gpt-4o-mini#sk-one'], [['offline']])).toThrow(
      '--model openai:gpt-4o-mini has no effect here: no run of this command asks it; they ask offline.',
    );
  });

  it('move nothing by themselves: an address is named, or the model is asked there', () => {
    expect(() => plan(['llamacpp:tiny#sk-one'], [[at(1)]])).toThrow(
      `--model llamacpp:tiny has no effect here: the run asks llamacpp:tiny at ${url(1)}, and this is the one at http://127.0.0.1:8080/v1; write the address too, ${at(1)}.`,
    );
  });
});

describe('a model at another address than the run asks it at', () => {
  it.each(['', '#sk-one'])('moves there, with and without a key: %j', (key) => {
    expect(plan([`${at(2)}${key}`], [[at(1)]])).toEqual({ moves: { a: { [at(1)]: url(2) } }, notes: [] });
  });

  it('moves where the variable of its provider says', () => {
    const { moves } = plan(['openai:tiny'], [[at(1, 'openai:tiny')]], { env: { OPENAI_BASE_URL: url(3) } });
    expect(moves).toEqual({ a: { [at(1, 'openai:tiny')]: url(3) } });
  });

  it('moves with others of the run, in every run that asks it, and the rest are told', () => {
    const runs = [[at(1), at(1, 'vllm:big')], ['offline'], [at(4)]];
    expect(plan([at(2), at(3, 'vllm:big')], runs)).toEqual({
      moves: { a: { [at(1)]: url(2), [at(1, 'vllm:big')]: url(3) }, c: { [at(4)]: url(2) } },
      notes: [
        'b: llamacpp:tiny is not asked there, and nothing is moved.',
        'b, c: vllm:big is not asked there, and nothing is moved.',
      ],
    });
  });

  it('moves on, stays, and goes back', () => {
    const addresses = { [at(1)]: url(2) };
    expect(plan([at(3)], [[at(1)]], { addresses }).moves).toEqual({ a: { [at(1)]: url(3) } });
    expect(plan([at(2)], [[at(1)]], { addresses })).toEqual({
      moves: {},
      notes: [`a: llamacpp:tiny is asked at ${url(2)} already.`],
    });
    expect(plan([at(1)], [[at(1)]], { addresses })).toEqual({
      moves: { a: { [at(1)]: url(1) } },
      notes: [`a: llamacpp:tiny goes back to ${url(1)}, where the run began.`],
    });
  });

  it('leaves a run that has ended alone', () => {
    expect(plan([at(2)], [[at(1)]], { hasEnded: true })).toEqual({ moves: {}, notes: [] });
  });

  it.each([
    ['another model', at(2, 'llamacpp:other'), /no run of this command asks it; .*Only the address of a model can change/],
    ['another provider', at(2, 'vllm:tiny'), /no run of this command asks it; .*Only the address of a model can change/],
    ['no address', 'offline@http://127.0.0.1:2/v1', /has no effect here: (no run|this model is asked at no address)/],
  ])('is refused for %s', (_name, id, complaint) => {
    expect(() => plan([`${id}#sk-secret`], [[at(1), 'offline']])).toThrow(complaint);
    expect(() => plan([`${id}#sk-secret`], [[at(1), 'offline']])).not.toThrow(/sk-secret/);
  });

  it('is refused where it could stand for two of them, and where two addresses are named', () => {
    expect(() => plan([at(3)], [[at(1), at(2)]])).toThrow(
      `--model ${at(3)} could move more than one model: a asks llamacpp:tiny at ${url(1)} and at ${url(2)}; serve it there again, or fork`,
    );
    expect(plan([`${at(2)}#sk-one`], [[at(1), at(2)]])).toEqual({ moves: {}, notes: [] });
    for (const ids of [
      [at(2), at(3)],
      [at(1), at(3)],
    ])
      expect(() => plan(ids, [[at(1)]])).toThrow(/^--model gives llamacpp:tiny two addresses/);
  });
});

describe('a key that holds another id', () => {
  it.each(['openai:gpt-4o-mini#a,anthropic:claude-haiku-4-5#b', 'offline#a b', 'offline#a\u00e9'])('is refused: %s', (id) => {
    expect(() => parseModelId(id)).toThrow(/^(?!.*claude).*holds a space, a comma or a sign that no key has/);
  });
});

describe('assertLatencyUsed', () => {
  const real = { provider: 'openai', modelId: 'gpt-4o-mini' };
  const offline = { provider: 'offline', modelId: 'offline' };
  it.each([
    [undefined, [real]],
    ['0', [real]],
    ['fixed:50ms', [real, offline]],
  ] as const)('lets %s pass', (latency, asked) => {
    expect(() => assertLatencyUsed(latency, asked)).not.toThrow();
  });
  it.each([[[real]], [[]]])('refuses a latency of models that have their own', (asked) => {
    expect(() => assertLatencyUsed('fixed:50ms', asked)).toThrow(/^--latency has no effect here/);
  });
});

const OLD = 'llamacpp:tiny@http://127.0.0.1:1/v1';
const NEW = 'llamacpp:tiny@http://127.0.0.1:2/v1';
const MOVES = [{ [OLD]: 'http://127.0.0.1:2/v1' }, { [OLD]: 'http://127.0.0.1:2/v1' }];

describe('settingsLeftBehind', () => {
  it('names, once, what is written for the old address alone', () => {
    expect(settingsLeftBehind({ models: { [OLD]: { contextTokens: 4096 } } }, MOVES)).toEqual([
      `The config file has settings of ${OLD}, which do not move: write them under models for ${NEW} too.`,
    ]);
  });

  it.each([[{}], [{ models: { [OLD]: {}, [NEW]: {} } }], [{ models: { 'llamacpp:tiny': { contextTokens: 4096 } } }]])(
    'says nothing where nothing is lost: %j',
    (config) => {
      expect(settingsLeftBehind(config, MOVES)).toEqual([]);
    },
  );
});
