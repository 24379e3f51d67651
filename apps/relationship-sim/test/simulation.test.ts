import { createOfflineEmbeddingModel, type LanguageModel, nodeClock, TransportError } from '@entente/llm-clients';
import { createMemoryStore } from '@entente/simulation-core';
import { runSimulations, shippedLibrary, Simulation, type SimulationOptions } from '@entente/relationship/node';
import {
  AS_LISTED,
  castCouple,
  commitmentLogOf,
  initialRelationshipState,
  type RelationshipState,
  type Roles,
} from '@entente/relationship';
import { RelationshipAgent, type RelationshipAgentOptions } from '@entente/relationship-agent';
import { SceneMaster, type SceneMasterOptions } from '@entente/scene-master';
import { expect, test } from 'vitest';
import { playScene } from '../src/play-scene.js';
import { coupleNamed, offlineModel } from './offline-run.js';

const broken: LanguageModel = {
  ...offlineModel,
  generate: async () => {
    throw new TransportError('the line is down', { provider: 'offline', modelId: 'offline' });
  },
};

interface Made {
  readonly model?: LanguageModel;
  readonly roles?: Roles;
  readonly director?: Partial<SceneMasterOptions>;
  readonly second?: Partial<RelationshipAgentOptions>;
  readonly simulation?: Partial<SimulationOptions>;
}

/** Simulation of a couple of three scenes, made of everything that the command line makes its runs of. */
function simulationOf(
  name: string,
  { model = offlineModel, roles = AS_LISTED, director, second, simulation }: Made = {},
): Simulation {
  const { personas, couple, secrets } = castCouple(coupleNamed(name), roles);
  const agents = [
    new RelationshipAgent({ ...personas.A, model }),
    new RelationshipAgent({ ...personas.B, model, ...second }),
  ] as const;
  return new Simulation({
    id: name,
    director: new SceneMaster({ agents, model, material: shippedLibrary(), ...director }),
    agents,
    roles,
    couple,
    secrets,
    playScene,
    settings: { scenes: 2 },
    ...simulation,
  });
}

test('running a simulation returns its commitment log, one entry a scene', async () => {
  const log = await simulationOf('maya-jonas').runAuto({ interactionsPerScene: 3 });
  expect(log.map(({ scene }) => scene)).toEqual([1, 2]);
  expect(typeof log[1]?.scores.B.score).toBe('number');
});

test('playing scene by scene gives what playing them all gives', async () => {
  const simulation = simulationOf('priya-daniel');
  let state: RelationshipState = initialRelationshipState;
  for (let scene = 1; scene <= 2; scene++) {
    state = await simulation.runScene(state);
    expect(state.scenes).toHaveLength(scene);
    expect(commitmentLogOf(state).at(-1)?.scores.A.score).not.toBeNull();
  }
  expect(commitmentLogOf(state)).toEqual(await simulation.runAuto());
});

test('many simulations come back with their ids, and one that fails stands apart', async () => {
  const { completed, failed } = await runSimulations([
    simulationOf('maya-jonas'),
    simulationOf('priya-daniel', { model: broken }),
    simulationOf('lena-marcus'),
  ]);
  expect(completed.map(({ simulationId, commitmentLog }) => [simulationId, commitmentLog.length])).toEqual([
    ['maya-jonas', 2],
    ['lena-marcus', 2],
  ]);
  expect(failed).toEqual([{ simulationId: 'priya-daniel', error: expect.any(TransportError) as unknown }]);
});

test('with a store of its own an interrupted simulation goes on where it stopped', async () => {
  const store = createMemoryStore();
  await expect(simulationOf('maya-jonas', { model: broken, simulation: { store } }).runAuto()).rejects.toBeInstanceOf(
    TransportError,
  );
  expect(await simulationOf('maya-jonas', { simulation: { store } }).runAuto()).toEqual(
    await simulationOf('maya-jonas').runAuto(),
  );
});

test('in one store, runs with other settings are other runs', async () => {
  const store = createMemoryStore();
  const simulation = simulationOf('maya-jonas', { simulation: { store } });
  expect(await simulation.runAuto({ scenes: 1 })).toHaveLength(1);
  expect(await simulation.runAuto({ scenes: 2 })).toHaveLength(2);
  expect(await store.list()).toHaveLength(2);
});

test('all that a simulation is made of makes another run; a run of something else is never gone on with', async () => {
  const elsewhere = { ...offlineModel, baseUrl: 'http://localhost:1/v1' };
  const warm = { ...offlineModel, defaults: { sampling: { temperature: 0.5 } } };
  const embeddingModel = {
    provider: 'offline',
    modelId: 'vectors',
    embed: createOfflineEmbeddingModel({ clock: nodeClock }).embed,
  };
  const { scenarios, arcs } = shippedLibrary();
  const made: readonly (readonly [string, Made])[] = [
    ['as it is', {}],
    ['another model', { model: { ...offlineModel, modelId: 'other' } }],
    ['the same model elsewhere', { model: elsewhere }],
    ['the same model, sampled otherwise', { model: warm }],
    ['another temperature of a partner', { second: { sampling: { temperature: 0.5 } } }],
    ['another temperature of the director', { director: { sampling: { temperature: 0.5 } } }],
    ['another temperature of the judge', { director: { judgeSampling: { temperature: 0.5 } } }],
    ['another partner model', { second: { model: { ...offlineModel, modelId: 'other' } } }],
    ['another persona', { second: { persona: 'Nobody in particular.' } }],
    ['another goal', { second: { goals: ['To be left alone.'] } }],
    ['other memories', { second: { memories: ['A summer by the sea.'] } }],
    ['the other way round', { roles: { A: 1, B: 0 } }],
    ['another judge', { director: { judgeModel: { ...offlineModel, modelId: 'judge' } } }],
    ['fewer scenarios', { director: { material: { scenarios: scenarios.slice(0, -1), arcs } } }],
    [
      'a scenario in other words',
      { director: { material: { arcs, scenarios: scenarios.with(0, { ...scenarios[0]!, conflict: 'None.' }) } } },
    ],
    ['another director model', { director: { model: { ...offlineModel, modelId: 'director' }, judgeModel: offlineModel } }],
    ['other facts of the couple', { simulation: { couple: { living: 'apart', months: 3 } } }],
    ['other secrets', { simulation: { secrets: { A: ['A debt.'], B: [] } } }],
    ['an embedding model', { simulation: { embeddingModel } }],
    ['another embedding model', { simulation: { embeddingModel: { ...embeddingModel, modelId: 'others' } } }],
    ['another version of playScene', { simulation: { playSceneVersion: '2' } }],
    ['another playScene', { simulation: { playScene: (...scene) => playScene(...scene) } }],
    ['another setting', { simulation: { settings: { scenes: 1, reflection: 'off' } } }],
    ['another seed', { simulation: { seed: '2' } }],
    ['another name', { simulation: { id: 'other' } }],
  ];
  const store = createMemoryStore();
  for (const [, { simulation, ...others }] of made)
    await simulationOf('maya-jonas', { ...others, simulation: { settings: { scenes: 1 }, store, ...simulation } }).runAuto();
  const runs = await store.list();
  expect(runs.map(({ runId }) => runId)).toHaveLength(made.length);
  expect(new Set(runs.map(({ header }) => header.identity)).size).toBe(made.length);
});
