import { createOfflineEmbeddingModel, type LanguageModel, nodeClock, TransportError } from '@entente/llm-clients';
import { createMemoryStore } from '@entente/simulation-core';
import { runSimulations, Simulation, type SimulationOptions } from '@entente/relationship/node';
import { commitmentLogOf, initialRelationshipState, type RelationshipState } from '@entente/relationship';
import { RelationshipAgent, type RelationshipAgentOptions } from '@entente/relationship-agent';
import { SCENARIOS, SceneMaster, type SceneMasterOptions, TEN_SCENE_ARC } from '@entente/scene-master';
import { expect, test } from 'vitest';
import { COUPLES } from '../src/couples/couples.js';
import { playScene } from '../src/play-scene.js';
import { offlineModel } from './offline-run.js';

const broken: LanguageModel = {
  ...offlineModel,
  generate: async () => {
    throw new TransportError('the line is down', { provider: 'offline', modelId: 'offline' });
  },
};

function simulationOf(
  couple: number,
  options: { model?: LanguageModel; id?: string; store?: ReturnType<typeof createMemoryStore> } = {},
) {
  const { model = offlineModel, ...rest } = options;
  const { id, partners } = COUPLES[couple]!;
  const [first, second] = partners;
  const agents = [new RelationshipAgent({ ...first, model }), new RelationshipAgent({ ...second, model })] as const;
  return new Simulation({
    id,
    director: new SceneMaster({ agents, model }),
    agents,
    playScene,
    settings: { scenes: 3 },
    ...rest,
  });
}

test('running a simulation returns its commitment log, one entry a scene', async () => {
  const log = await simulationOf(0).runAuto({ interactionsPerScene: 3 });
  expect(log.map(({ scene }) => scene)).toEqual([1, 2, 3]);
  expect(typeof log[2]?.scores.B.score).toBe('number');
});

test('playing scene by scene gives what playing them all gives', async () => {
  const simulation = simulationOf(1);
  let state: RelationshipState = initialRelationshipState;
  for (let scene = 1; scene <= 3; scene++) {
    state = await simulation.runScene(state);
    expect(state.scenes).toHaveLength(scene);
    expect(commitmentLogOf(state).at(-1)?.scores.A.score).not.toBeNull();
  }
  expect(commitmentLogOf(state)).toEqual(await simulation.runAuto());
});

test('many simulations come back with their ids, and one that fails stands apart', async () => {
  const { completed, failed } = await runSimulations([simulationOf(0), simulationOf(1, { model: broken }), simulationOf(2)]);
  expect(completed.map(({ simulationId, commitmentLog }) => [simulationId, commitmentLog.length])).toEqual([
    ['maya-jonas', 3],
    ['lena-marcus', 3],
  ]);
  expect(failed).toEqual([{ simulationId: 'priya-daniel', error: expect.any(TransportError) as unknown }]);
});

test('with a store of its own an interrupted simulation goes on where it stopped', async () => {
  const store = createMemoryStore();
  await expect(simulationOf(0, { store, model: broken }).runAuto()).rejects.toBeInstanceOf(TransportError);
  expect(await simulationOf(0, { store }).runAuto()).toEqual(await simulationOf(0).runAuto());
});

test('in one store, runs with other settings are other runs', async () => {
  const store = createMemoryStore();
  const simulation = simulationOf(0, { store });
  expect(await simulation.runAuto({ scenes: 2 })).toHaveLength(2);
  expect(await simulation.runAuto({ scenes: 3 })).toHaveLength(3);
  expect(await store.list()).toHaveLength(2);
});

test('all that a simulation is made of makes another run; a run of something else is never gone on with', async () => {
  const { id, partners } = COUPLES[0]!;
  const [first, second] = partners;
  const elsewhere = { ...offlineModel, baseUrl: 'http://localhost:1/v1' };
  const warm = { ...offlineModel, defaults: { sampling: { temperature: 0.5 } } };
  const embeddingModel = {
    provider: 'offline',
    modelId: 'vectors',
    embed: createOfflineEmbeddingModel({ clock: nodeClock }).embed,
  };
  interface Made {
    readonly model?: LanguageModel;
    readonly director?: Partial<SceneMasterOptions>;
    readonly second?: Partial<RelationshipAgentOptions>;
    readonly simulation?: Partial<SimulationOptions>;
  }
  const made: readonly (readonly [string, Made])[] = [
    ['as it is', {}],
    ['another model', { model: { ...offlineModel, modelId: 'other' } }],
    ['the same model elsewhere', { model: elsewhere }],
    ['the same model, sampled otherwise', { model: warm }],
    ['another partner model', { second: { model: { ...offlineModel, modelId: 'other' } } }],
    ['another persona', { second: { persona: 'Nobody in particular.' } }],
    ['another goal', { second: { goal: 'To be left alone.' } }],
    ['other memories', { second: { memories: ['A summer by the sea.'] } }],
    ['another judge', { director: { judgeModel: { ...offlineModel, modelId: 'judge' } } }],
    ['another arc', { director: { arc: [TEN_SCENE_ARC[1]!, TEN_SCENE_ARC[0]!] } }],
    ['other scenarios', { director: { scenarios: SCENARIOS.slice(0, -1) } }],
    ['a scenario in other words', { director: { scenarios: SCENARIOS.with(0, { ...SCENARIOS[0]!, conflict: 'None.' }) } }],
    ['another director model', { director: { model: { ...offlineModel, modelId: 'director' }, judgeModel: offlineModel } }],
    ['an embedding model', { simulation: { embeddingModel } }],
    ['another embedding model', { simulation: { embeddingModel: { ...embeddingModel, modelId: 'others' } } }],
    ['another version of playScene', { simulation: { playSceneVersion: '2' } }],
    ['another playScene', { simulation: { playScene: (...scene) => playScene(...scene) } }],
    ['another setting', { simulation: { settings: { scenes: 1, reflection: 'off' } } }],
    ['another seed', { simulation: { seed: '2' } }],
    ['another name', { simulation: { id: 'other' } }],
  ];
  const store = createMemoryStore();
  for (const [, { model = offlineModel, director = {}, second: other = {}, simulation = {} }] of made) {
    const agents = [new RelationshipAgent({ ...first, model }), new RelationshipAgent({ ...second, model, ...other })] as const;
    const master = new SceneMaster({ agents, model, ...director });
    await new Simulation({ id, director: master, agents, playScene, settings: { scenes: 1 }, store, ...simulation }).runAuto();
  }
  const runs = await store.list();
  expect(runs.map(({ runId }) => runId)).toHaveLength(made.length);
  expect(new Set(runs.map(({ header }) => header.identity)).size).toBe(made.length);
});
