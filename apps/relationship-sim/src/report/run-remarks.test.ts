import { applyRelationshipFact, initialRelationshipState } from '@entente/relationship';
import { expect, it } from 'vitest';
import { sceneFacts } from '../../test/scene-facts.js';
import { remarkCells, remarksOnRuns } from './run-remarks.js';

const events = [2, 3].map((scene) => ({ scene, event: `News of scene ${scene}.` }));
const state = sceneFacts({ events }).reduce(applyRelationshipFact, initialRelationshipState);
const { settings } = state;

it('names the events that a break-up kept from being played, and no others', () => {
  const row = remarkCells(settings, state);
  expect(remarksOnRuns([{ runId: 'maya-jonas~s1', row }])).toEqual([
    'Ended before an event from outside: maya-jonas~s1, scene 3: "News of scene 3.".',
  ]);
  const onItsWay = { ...state, scenes: state.scenes.slice(0, 1).map((scene) => ({ ...scene, ending: 'under-way' as const })) };
  expect(remarksOnRuns([{ runId: 'one', row: remarkCells(settings, onItsWay) }])).toEqual([]);
  expect(remarksOnRuns([{ runId: 'one', row: remarkCells({ ...settings, order: 'fixed' }, state) }])).toEqual([]);
});

it('counts the steps of an arc that gave way, over all runs', () => {
  const scenes = state.scenes.map((scene) => ({ ...scene, opening: { ...scene.opening, insteadOf: 'Modern Life' } }));
  const row = remarkCells({ ...settings, events: [] }, { ...state, scenes });
  const runs = ['a', 'b', 'c', 'd', 'e'].map((runId) => ({ runId, row }));
  expect(remarksOnRuns(runs)).toEqual([
    '10 steps of an arc gave way to other scenes: a (scene 1, 2), b (scene 1, 2), c (scene 1, 2), d (scene 1, 2) and 1 more; tell says why.',
  ]);
});
