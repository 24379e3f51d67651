import { readFileSync } from 'node:fs';
import { nodeClock } from '@entente/llm-clients';
import { expect, test } from 'vitest';
import { createMemoryStore, startRun } from '@entente/simulation-core';
import { AS_LISTED } from '../material/couple.js';
import { commitmentKey } from './couple-path.js';
import { type Cast, type PlayScene, relationshipProgram } from './relationship-program.js';
import { nextSceneNumber } from '../state/stage-of.js';
import { UNKNOWN_COUPLE } from '../state/couple-facts.js';
import { DEFAULT_RELATIONSHIP_SETTINGS } from '../state/relationship-settings.js';
import { initialRelationshipState } from '../state/relationship-state.js';
import { packageVersion } from '../node/simulation.js';

const opening = {
  category: 'c',
  turningPoint: 't',
  scenario: 's',
  theme: 't',
  setting: 's',
  others: [],
  situation: 's',
  conflict: 'c',
  goals: { A: 'a', B: 'b' },
  ...{ swapped: false, weeks: 0, told: [], onlyKnows: { A: '', B: '' }, uses: [], brings: [], mayBring: [] },
};

const partners = { A: { name: 'Ann', persona: 'Ann is calm.' }, B: { name: 'Bea', persona: 'Bea is not.' } };

/** Opens and ends a scene and asks the judge about one partner; no other call is made. */
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

const cast = (scenes: number, order: 'fixed' | 'by-state' = 'fixed'): Cast => ({
  director: {
    commitmentScore: async (_: unknown, { scene }: { scene: number }) => ({ score: scene, reasoning: 'counted' }),
  } as never,
  actors: {} as never,
  settings: { ...DEFAULT_RELATIONSHIP_SETTINGS, scenes, order },
});

test('each step is a scene, and the run ends after the last one', () => {
  const program = relationshipProgram({ ...cast(1), playScene: playEmptyScene });
  expect(program.nextStep(initialRelationshipState)).toBe('scene-1');
  const opened = program.apply(initialRelationshipState, { type: 'scene-opened', scene: 1, opening });
  expect(program.nextStep(opened)).toBe('scene-1');
  expect(program.nextStep(program.apply(opened, { type: 'scene-ended', scene: 1, ending: 'played' }))).toBeUndefined();
});

/** Steps and scores of a run, in the order in which they came. */
async function orderOf(whole: Cast): Promise<readonly string[]> {
  const store = createMemoryStore();
  const program = relationshipProgram({ ...whole, playScene: playEmptyScene });
  const description = { spec: null, seed: '1', replicate: 0 };
  await startRun(program, { store, clock: nodeClock, packageVersion: '0', runId: 'r', description });
  const order: string[] = [];
  for await (const entry of store.read('r')) {
    if (entry.type === 'step-started') order.push(entry.step);
    if (entry.type === 'fact-recorded' && entry.fact.type === 'commitment-scored')
      order.push(`score ${String(entry.fact['scene'])}`);
  }
  return order;
}

test('a score is joined when the third scene after its own begins, and the last ones at the end', async () => {
  expect(await orderOf(cast(5))).toEqual([
    'scene-1',
    'scene-2',
    'scene-3',
    'score 1',
    'scene-4',
    'score 2',
    'scene-5',
    'score 3',
    'score 4',
    'score 5',
  ]);
});

test('where the state decides, a score is joined before the next scene, and a break-up ends the run', async () => {
  expect(await orderOf(cast(3, 'by-state'))).toEqual(['scene-1', 'score 1', 'scene-2', 'score 2', 'scene-3', 'score 3']);
  const ended = [
    { type: 'scene-opened', scene: 1, opening },
    { type: 'relation-assessed', scene: 1, deltas: [{ state: 'breakup', to: 'hard', quote: 'It is over.' }] },
    { type: 'scene-ended', scene: 1, ending: 'played' },
  ] as const;
  const nextStep = (order: 'fixed' | 'by-state') => {
    const program = relationshipProgram({ ...cast(3, order), playScene: playEmptyScene });
    return program.nextStep(ended.reduce(program.apply, initialRelationshipState));
  };
  expect([nextStep('fixed'), nextStep('by-state')]).toEqual(['scene-2', undefined]);
});

test('runs name the version of the package that wrote them', () => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
  expect(packageVersion()).toBe(version);
});
