import { expect, test } from 'vitest';
import { introduced, openingWith } from '../../test/samples.js';
import { applyRelationshipFact } from './apply-relationship-fact.js';
import { UNKNOWN_COUPLE } from './couple-facts.js';
import { perspectiveOf } from './perspective.js';
import type { RelationshipFact } from './relationship-facts.js';
import { initialRelationshipState } from './relationship-state.js';
import { keptSecrets } from './secrets.js';
import { storySoFar, stageOf } from './stage-of.js';

const fold = (facts: readonly RelationshipFact[]) => facts.reduce(applyRelationshipFact, initialRelationshipState);
const opened = (scene: number, onlyA = ''): RelationshipFact => ({
  type: 'scene-opened',
  scene,
  opening: openingWith({ onlyKnows: { A: onlyA, B: '' } }),
});
const ended = (scene: number): RelationshipFact => ({ type: 'scene-ended', scene, ending: 'played' });
const start = introduced({}, { secrets: { A: ['The first.', 'The second.'], B: ['His own.'] } });
const secretsShown = (facts: readonly RelationshipFact[], partner: 'A' | 'B') =>
  perspectiveOf(fold(facts), partner).flatMap((known) =>
    typeof known !== 'string' && known.kind === 'secret' ? [known.text] : [],
  );

test('each secret has an id that says whose it is and since when', () => {
  const facts: readonly RelationshipFact[] = [
    start,
    { type: 'event-injected', scene: 1, event: 'News.', knownTo: ['A', 'B'] },
    { type: 'event-injected', scene: 1, event: 'A call.', knownTo: ['B'] },
    opened(1, 'The third.'),
    { type: 'context-generated', scene: 1, contexts: { A: 'Tired.', B: '' } },
  ];
  expect(fold(facts).secrets.map(({ id, owner, since }) => [id, owner, since])).toEqual([
    ['A-start-1', 'A', 0],
    ['A-start-2', 'A', 0],
    ['B-start-1', 'B', 0],
    ['B-event-1-2', 'B', 1],
    ['A-scene-1', 'A', 1],
    ['A-scene-1-context', 'A', 1],
  ]);
});

test('a secret stays until it is told, and is then gone from both prompts and kept on record', () => {
  const kept = [start, opened(1, 'The third.'), ended(1), opened(2)];
  expect(secretsShown(kept, 'A')).toEqual(['The first.', 'The second.', 'The third.']);
  expect(stageOf(fold(kept)).secrets.map(({ text }) => text)).toContain('The third.');
  const told: readonly RelationshipFact[] = [
    ...kept,
    { type: 'secret-told', scene: 2, partner: 'A', id: 'A-scene-1', quote: 'I wrote it.' },
    ended(2),
    opened(3),
  ];
  expect(secretsShown(told, 'A')).toEqual(['The first.', 'The second.']);
  expect(stageOf(fold(told)).secrets.map(({ text }) => text)).toEqual(['The first.', 'The second.', 'His own.']);
  const state = fold(told);
  expect(state.secrets.find(({ id }) => id === 'A-scene-1')?.told).toEqual({ scene: 2, quote: 'I wrote it.' });
  expect(keptSecrets(state.secrets, 'A')).toHaveLength(2);
});

test('a secret of a scene stands once in it, and once in the scenes after it', () => {
  expect(secretsShown([start, opened(1, 'The third.')], 'A').filter((text) => text === 'The third.')).toHaveLength(1);
  const next = [start, opened(1, 'The third.'), ended(1), opened(2)];
  expect(JSON.stringify(perspectiveOf(fold(next), 'A')).split('The third.')).toHaveLength(2);
});

test('of many secrets the prompts show those from the start, the newest ones, and those of the scene', () => {
  const facts = [
    start,
    ...Array.from({ length: 20 }, (_, index) => [opened(index + 1, `Secret ${index + 1}.`), ended(index + 1)]).flat(),
  ];
  const expected = ['The first.', 'The second.', ...[15, 16, 17, 18, 19, 20].map((scene) => `Secret ${scene}.`)];
  expect(secretsShown([...facts, opened(21, 'Now.')], 'A')).toEqual([...expected, 'Now.']);
  const ofA = storySoFar(fold(facts)).secrets.filter(({ owner }) => owner === 'A');
  expect(ofA.map(({ text }) => text)).toEqual(expected);
  expect(fold(facts).secrets).toHaveLength(23);

  const news: RelationshipFact = { type: 'event-injected', scene: 2, event: 'A call.', knownTo: ['A'] };
  expect(secretsShown([...facts.slice(0, 3), news, ...facts.slice(3), opened(21, 'Now.')], 'A')).toContain('A call.');
});

test('a couple whose story is told has no past together that a scene could reveal', () => {
  const told = introduced({}, { couple: { ...UNKNOWN_COUPLE, story: 'They met on a train.' } });
  expect(storySoFar(fold([told])).usedUp).toEqual(['shared-past']);
  expect(storySoFar(fold([introduced({}, { couple: UNKNOWN_COUPLE })])).usedUp).toEqual([]);
});
