import { expect, test } from 'vitest';
import { choiceWith, feeling, introduced, openingWith, pastMemory } from '../../test/samples.js';
import { applyRelationshipFact } from '../state/apply-relationship-fact.js';
import type { RelationshipFact } from '../state/relationship-facts.js';
import { initialRelationshipState } from '../state/relationship-state.js';
import { recallCueOf } from './recall-cue.js';
import { recallableMemories } from './recallable-memories.js';

const fold = (facts: readonly RelationshipFact[]) => facts.reduce(applyRelationshipFact, initialRelationshipState);
const nobody = { A: '', B: '' };

/** A scene of one beat, in which Ada speaks and keeps the moment. */
const sceneOf = (scene: number, words: string): readonly RelationshipFact[] => [
  { type: 'scene-opened', scene, opening: openingWith() },
  { type: 'beat-narrated', scene, beat: 1, narrative: 'It rains.', onlySees: nobody, actor: 'A', question: '?', options: [] },
  { type: 'beat-appraised', scene, beat: 1, partner: 'A', emotions: feeling({ joy: 0.5 }), thought: `Thought ${scene}.` },
  { type: 'choice-made', scene, beat: 1, partner: 'A', ...choiceWith({ words }) },
  {
    type: 'memories-kept',
    scene,
    partner: 'A',
    memories: [
      {
        id: `scene-${scene}-beat-1`,
        text: `Rise of the rent. I: opens the window. "${words}" I thought: Thought ${scene}.`,
        emotions: null,
        origin: { kind: 'beat', scene, beat: 1 },
      },
    ],
  },
  { type: 'scene-ended', scene, ending: 'played' },
];

const past: RelationshipFact = {
  type: 'memories-kept',
  scene: 0,
  partner: 'A',
  memories: [pastMemory('past-1', 'The sea at night.'), pastMemory('past-2', 'A dog.'), pastMemory('past-3', 'A dog.')],
};
const opened = (scene: number, situation: string): RelationshipFact => ({
  type: 'scene-opened',
  scene,
  opening: openingWith({ situation }),
});
const recalled = (scene: number, id: string): RelationshipFact => ({
  type: 'memories-recalled',
  ...{ scene, beat: 1, partner: 'A', memories: [{ id, score: 1 }] },
});
const ids = (facts: readonly RelationshipFact[]) => recallableMemories(fold(facts), 'A').map(({ memory }) => memory.id);

test('memories with the same words count once, and each partner has only its own', () => {
  expect(ids([introduced(), past])).toEqual(['past-1', 'past-2']);
  expect(recallableMemories(fold([introduced(), past]), 'B')).toEqual([]);
});

test('a memory that was recalled does not come back in that scene nor in the two after it, and then does, once out of sight', () => {
  const first = [introduced({ historyTokens: 500 }), past, opened(1, 'A letter.'), recalled(1, 'past-1')];
  expect(ids(first)).toEqual(['past-2']);
  const long = 'So much happens. '.repeat(100);
  const ended = (scene: number): readonly RelationshipFact[] => [
    { type: 'scene-closed', scene, narrative: long, onlySees: nobody },
    { type: 'scene-ended', scene, ending: 'played' },
  ];
  const third = [...first, ...ended(1), opened(2, 'A key.'), ...ended(2), opened(3, 'A stamp.')];
  expect(ids(third)).toEqual(['past-2']);
  expect(recallableMemories(fold([...third, ...ended(3), opened(4, 'A bell.')]), 'A')).toMatchObject([
    { memory: { id: 'past-1' }, timesRecalled: 1 },
    { memory: { id: 'past-2' }, timesRecalled: 0 },
  ]);
});

test('a memory whose words the prompt shows already is left out, whatever their punctuation', () => {
  expect(ids([introduced(), past, opened(1, 'Again: the sea — at night!')])).toEqual(['past-2']);
});

test('a moment is left out while it stands among the newest ones, and its age is counted in scenes', () => {
  const scenes = [
    introduced({ historyTokens: 500 }),
    ...sceneOf(1, 'Come in.'),
    ...sceneOf(2, 'Blah. '.repeat(260)),
    opened(3, 'A key.'),
  ];
  const state = fold(scenes);
  expect(state.minds.A.past.at(-1)).toMatchObject({ kind: 'deed', self: true });
  expect(recallableMemories(state, 'A')).toMatchObject([{ memory: { id: 'scene-1-beat-1' }, scenesSince: 2 }]);
});

test('the cue is what a partner perceived last: the opening with its own part in it, then narration and moves', () => {
  const opening = openingWith({ situation: 'A key lies there.', onlyKnows: { A: 'It is yours.', B: 'It is lost.' } });
  const first: readonly RelationshipFact[] = [
    introduced(),
    { type: 'event-injected', scene: 1, event: 'The lift broke.', knownTo: ['B'] },
    { type: 'scene-opened', scene: 1, opening },
  ];
  expect(recallCueOf(fold(first), 'A')).toMatch(/A key lies there\.[^]*It is yours\.\nto stay$/);
  expect(recallCueOf(fold(first), 'A')).not.toMatch(/lost|lift|to go/);
  expect(recallCueOf(fold(first), 'B')).toMatch(/The lift broke\.\nIt is lost\.\nto go$/);
  const later: readonly RelationshipFact[] = [
    ...first,
    ...sceneOf(1, 'Is it mine?').slice(1, 4),
    { ...(sceneOf(1, '')[1] as Extract<RelationshipFact, { type: 'beat-narrated' }>), beat: 2, narrative: 'It stops.' },
  ];
  expect(recallCueOf(fold(later), 'B')).toBe('It stops.\nAda opens the window Is it mine?');
});
