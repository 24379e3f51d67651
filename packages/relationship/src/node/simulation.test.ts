import type { EmbeddingModel } from '@entente/llm-clients';
import { createFakeClock } from '@entente/llm-clients/testing';
import { createMemoryStore } from '@entente/simulation-core';
import { describe, expect, it } from 'vitest';
import { AS_LISTED } from '../material/couple.js';
import { commitmentKey } from '../program/couple-path.js';
import type { PlayScene } from '../program/relationship-program.js';
import { UNKNOWN_COUPLE } from '../state/couple-facts.js';
import { DEFAULT_RELATIONSHIP_SETTINGS } from '../state/relationship-settings.js';
import { initialRelationshipState } from '../state/relationship-state.js';
import { nextSceneNumber } from '../state/stage-of.js';
import { runSimulations } from './run-simulations.js';
import { Simulation, type SimulationOptions } from './simulation.js';

const opening = {
  ...{ category: 'c', turningPoint: 't', scenario: 's', theme: 't', setting: 's', others: [], situation: 's', conflict: 'c' },
  ...{ swapped: false, weeks: 0, told: [], onlyKnows: { A: '', B: '' }, uses: [], brings: [], mayBring: [] },
  goals: { A: 'a', B: 'b' },
};
const partners = { A: { name: 'Ann', persona: 'Ann is calm.' }, B: { name: 'Bea', persona: 'Bea is not.' } };
const actor = (name: string) => ({ name, persona: `${name} is calm.`, memories: [], identity: { model: 'none' } }) as never;

/** Scores a scene by its number; a scene asks for nothing more. */
const playEmptyScene: PlayScene = async (scope, state) => {
  const scene = nextSceneNumber(state);
  if (scene === 1)
    scope.record({
      ...{ type: 'couple-introduced', partners, roles: AS_LISTED, couple: UNKNOWN_COUPLE, secrets: { A: [], B: [] } },
      settings: DEFAULT_RELATIONSHIP_SETTINGS,
    });
  scope.record({ type: 'scene-opened', scene, opening });
  scope.defer(commitmentKey(scene, 'A'), 'commitment', { scene, partner: 'A' });
  scope.record({ type: 'scene-ended', scene, ending: 'played' });
};
const failing: PlayScene = () => Promise.reject(new Error('no scene'));

function simulation(more: Partial<SimulationOptions> = {}): Simulation {
  return new Simulation({
    director: {
      identity: { model: 'none' },
      commitmentScore: async (_: unknown, { scene }: { scene: number }) => ({ score: scene, reasoning: 'counted' }),
    } as never,
    agents: [actor('Ann'), actor('Bea')],
    playScene: playEmptyScene,
    settings: { scenes: 2 },
    clock: createFakeClock(),
    ...more,
  });
}

/** Header of the only run that a simulation leaves in its store. */
async function headerOf(more: Partial<SimulationOptions> = {}, options: Parameters<Simulation['runAuto']>[0] = {}) {
  const store = createMemoryStore();
  await simulation({ store, ...more }).runAuto(options);
  const [run, ...others] = await store.list();
  expect(others).toEqual([]);
  return run!.header;
}

describe('Simulation', () => {
  it('plays every scene and returns the scores of each', async () => {
    const log = await simulation().runAuto();
    expect(JSON.stringify(log)).toContain('"score":2');
    expect(JSON.stringify(log)).not.toContain('"score":3');
  });

  it('is on record with its couple, its models and its settings, under its name and identity', async () => {
    const header = await headerOf();
    expect(header.runId).toMatch(/^simulation-[0-9a-f]{8}$/);
    expect(header).toMatchObject({
      ...{ program: 'relationship', seed: '1', replicate: 0 },
      spec: {
        id: 'simulation',
        partners: [{ name: 'Ann', memories: [], identity: { model: 'none' } }, { name: 'Bea' }],
        ...{ roles: { A: 0, B: 1 }, couple: { bond: 'partners' }, secrets: { A: [], B: [] } },
        ...{ director: { model: 'none' }, embedding: null, settings: { scenes: 2 } },
      },
    });
  });

  it('has another identity for another seed, version of its scenes, embedding model, role, fact, secret or setting, and the same for the same', async () => {
    const embeddingModel = { provider: 'offline', modelId: 'vectors' } as EmbeddingModel;
    const [first, ...others] = await Promise.all([
      headerOf(),
      headerOf({ seed: '2' }),
      headerOf({ playSceneVersion: '2' }),
      headerOf({ embeddingModel }),
      headerOf({}, { interactionsPerScene: 3 }),
      headerOf({ roles: { A: 1, B: 0 } }),
      headerOf({ couple: { months: 3 } }),
      headerOf({ secrets: { A: ['A debt.'], B: [] } }),
      headerOf({}, { scenes: 3 }),
    ]);
    expect(new Set([first.runId, ...others.map(({ runId }) => runId)]).size).toBe(9);
    expect((await headerOf({ seed: '1' })).runId).toBe(first.runId);
    expect(others.at(-1)).toMatchObject({ spec: { settings: { scenes: 3 } } });
    expect(others.at(2)).toMatchObject({ spec: { embedding: { provider: 'offline', modelId: 'vectors' } } });
  });

  it('takes its own name for the run', async () => {
    expect((await headerOf({ id: 'elms' })).runId).toMatch(/^elms-[0-9a-f]{8}$/);
  });

  it('resumes a run that is in its store', async () => {
    const store = createMemoryStore();
    await expect(simulation({ store, playScene: failing, playSceneVersion: 'x' }).runAuto()).rejects.toThrow('no scene');
    const log = await simulation({ store, playSceneVersion: 'x' }).runAuto();
    expect(log).toEqual(await simulation().runAuto());
    expect(await store.list()).toHaveLength(1);
  });

  it('plays scene by scene the same as all at once', async () => {
    const one = await simulation().runScene();
    expect([one.scenes.length, nextSceneNumber(one)]).toEqual([1, 2]);
    const two = await simulation().runScene(one);
    expect(two.scenes.map(({ scene, ending }) => [scene, ending])).toEqual([
      [1, 'played'],
      [2, 'played'],
    ]);
    expect(two.commitments.map(({ scene, partner, score }) => [scene, partner, score])).toEqual([
      [1, 'A', 1],
      [2, 'A', 2],
    ]);
    expect(initialRelationshipState.scenes).toEqual([]);
    await expect(simulation({ playScene: failing }).runScene()).rejects.toThrow('no scene');
  });
});

describe('runSimulations', () => {
  it('returns results in the order that was given, and those that failed apart', async () => {
    const simulations = ['a', 'b', 'c'].map((id) => simulation({ id, playScene: id === 'b' ? failing : playEmptyScene }));
    for (const concurrency of [undefined, 1, 2]) {
      const { completed, failed } = await runSimulations(simulations, { concurrency });
      expect(completed.map(({ simulationId }) => simulationId)).toEqual(['a', 'c']);
      expect(failed).toEqual([{ simulationId: 'b', error: expect.objectContaining({ message: 'no scene' }) as unknown }]);
    }
  });

  it('plays as many at once as it may', async () => {
    for (const [concurrency, most] of [
      [1, 1],
      [2, 2],
      [9, 3],
    ] as const) {
      let [underWay, seen] = [0, 0];
      const playScene: PlayScene = async (...given) => {
        seen = Math.max(seen, ++underWay);
        await new Promise((resolve) => setImmediate(resolve));
        await playEmptyScene(...given);
        underWay--;
      };
      await runSimulations(
        ['a', 'b', 'c'].map((id) => simulation({ id, playScene })),
        { concurrency, scenes: 1 },
      );
      expect(seen).toBe(most);
    }
  });

  it.each([0, 0.5, Number.NaN])('refuses %s at once', async (concurrency) => {
    await expect(runSimulations([], { concurrency })).rejects.toThrow(
      new RangeError(`concurrency is ${concurrency}, and must be at least 1.`),
    );
  });
});
