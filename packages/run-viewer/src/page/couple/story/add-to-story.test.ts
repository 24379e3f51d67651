import { byEmotion, type RelationshipFact, type SceneOpening } from '@entente/relationship';
import { describe, expect, test } from 'vitest';
import type { StoryEntry } from '../../data/run-entries';
import { addToStory } from './add-to-story';
import { type CoupleStory, emptyStory, inOrder, namesOf } from './couple-story';

const opening = (changed: Partial<SceneOpening> = {}): SceneOpening => ({
  ...{ category: 'Conflict & Repair', turningPoint: 'a letter', scenario: 'letter', swapped: false, weeks: 0, theme: 'Post' },
  ...{
    setting: 'a hall',
    others: [],
    situation: 'A letter lies there.',
    conflict: 'c',
    uses: [],
    brings: [],
    mayBring: [],
    told: [],
  },
  ...{ onlyKnows: { A: '', B: 'Ben wrote it.' }, goals: { A: 'to read it', B: 'to burn it' } },
  ...changed,
});
const INTRODUCED = {
  type: 'couple-introduced',
  partners: { A: { name: 'Ada', persona: 'p' }, B: { name: 'Ben', persona: 'q' } },
  roles: { A: 1, B: 0 },
  secrets: { A: ['She has a second phone.'], B: [] },
  settings: {},
};
const missing = { reason: 'refusal', detail: 'I cannot.' } as const;
const opened = (scene: number, changed?: Partial<SceneOpening>): RelationshipFact => ({
  type: 'scene-opened',
  scene,
  opening: opening(changed),
});

const entryOf = (fact: object): StoryEntry => ({ type: 'fact-recorded', v: 1, step: 's', fact: fact as { type: string } });
const tell = (facts: readonly object[], from: CoupleStory = emptyStory): CoupleStory =>
  facts.map(entryOf).reduce(addToStory, from);
const firstScene = (facts: readonly object[]) => tell([INTRODUCED, ...facts]).scenes[0];

test('the two are named, and stand in the order of their file whatever their roles are', () => {
  const story = tell([INTRODUCED]);
  expect(namesOf(story)).toEqual({ A: 'Ada', B: 'Ben' });
  expect(inOrder(story)).toEqual(['B', 'A']);
});

describe('a scene', () => {
  test('takes in news and missing answers that came before it opened', () => {
    const scene = firstScene([
      { type: 'event-injected', scene: 1, event: 'Snow.', knownTo: ['A'] },
      { type: 'event-injected', scene: 3, event: 'Rain.', knownTo: ['A', 'B'] },
      { type: 'opening-missing', scene: 1, ...missing },
      opened(1),
    ]);
    expect(scene).toMatchObject({ events: [{ event: 'Snow.', knownTo: ['A'] }], missing: [{ type: 'opening-missing' }] });
    expect(scene?.events).toHaveLength(1);
  });

  test('takes in scores and missing scores that came in during later scenes', () => {
    const [first, second] = tell([
      INTRODUCED,
      opened(1),
      opened(2),
      { type: 'commitment-scored', scene: 1, partner: 'A', score: 6.5, reasoning: 'stays' },
      { type: 'judge-missing', scene: 1, partner: 'B', ...missing },
    ]).scenes;
    expect(first?.commitment).toEqual({ A: { score: 6.5, reasoning: 'stays' }, B: { score: null, missing } });
    expect(second?.commitment).toEqual({});
  });

  test('holds each beat with feelings, options and the move, however it came out', () => {
    const emotions = byEmotion(() => 0.5);
    const narrated = { type: 'beat-narrated', scene: 1, narrative: '', onlySees: { A: '', B: '' }, question: 'Now?' };
    const scene = firstScene([
      opened(1),
      { ...narrated, beat: 1, actor: 'A', options: [{ id: 'a', action: 'stay' }] },
      { type: 'beat-appraised', scene: 1, beat: 1, partner: 'A', emotions, thought: 'Oh.' },
      { type: 'choice-made', scene: 1, beat: 1, partner: 'A', deed: 'stays', words: 'Yes.', tone: '', reason: 'r', option: 'a' },
      { ...narrated, beat: 2, actor: 'B', options: [] },
      { type: 'choice-missing', scene: 1, beat: 2, partner: 'B', ...missing },
      { ...narrated, beat: 3, actor: 'B', options: [] },
    ]);
    expect(scene?.beats.map(({ move }) => move)).toEqual([
      { deed: 'stays', words: 'Yes.', tone: '', reason: 'r', option: 'a', isPhrase: false },
      'missing',
      null,
    ]);
    expect(scene?.beats[0]?.appraisals.A?.thought).toBe('Oh.');
    expect(scene?.missing).toMatchObject([{ type: 'choice-missing', beat: 2 }]);
  });

  test('finds the texts of the memories that were recalled', () => {
    const memory = { id: 'past-1', text: 'The sea.', emotions: null, origin: { kind: 'past' } };
    const scene = firstScene([
      { type: 'memories-kept', scene: 0, partner: 'A', memories: [memory] },
      opened(1),
      {
        type: 'memories-recalled',
        scene: 1,
        beat: 1,
        partner: 'A',
        memories: [
          { id: 'past-1', score: 0.4 },
          { id: 'x', score: 0.1 },
        ],
      },
    ]);
    expect(scene?.recalled[0]?.memories).toEqual([
      { id: 'past-1', score: 0.4, memory },
      { id: 'x', score: 0.1, memory: undefined },
    ]);
  });

  test('says from what to what it moved, and which secret came out', () => {
    const scene = firstScene([
      opened(1),
      { type: 'relation-assessed', scene: 1, deltas: [{ state: 'conflict', to: 'brewing', quote: 'Give it here.' }] },
      { type: 'couple-changed', scene: 1, fact: 'living', to: 'apart', quote: 'I go.' },
      { type: 'secret-told', scene: 1, partner: 'A', id: 'A-start-1', quote: 'It rang.' },
    ]);
    expect(scene?.changes).toEqual([
      { kind: 'state', state: 'conflict', from: 'unknown', to: 'brewing', quote: 'Give it here.' },
      { kind: 'fact', text: 'they live apart', quote: 'I go.' },
      { kind: 'secret', owner: 'A', id: 'A-start-1', text: 'She has a second phone.', quote: 'It rang.', isBefore: true },
    ]);
    expect(scene?.relation.conflict).toBe('brewing');
  });

  test('tells what its opening brings once, and only if it is new', () => {
    const brings = [{ fact: 'living', to: 'together' }] as const;
    const changed = { type: 'couple-changed', scene: 1, ...brings[0], quote: null };
    const [first, second] = tell([INTRODUCED, opened(1, { brings }), changed, opened(2, { brings })]).scenes;
    expect([first?.brought, first?.changes, second?.brought]).toEqual([['they live together'], [], []]);
  });
});

test('scenes before the place of a fork are inherited, later ones are its own', () => {
  const story = [entryOf(INTRODUCED), entryOf(opened(1)), { type: 'run-forked', v: 1, step: 'scene-2', at: 1 } as const].reduce(
    addToStory,
    emptyStory,
  );
  expect(tell([opened(2)], story)).toMatchObject({
    forkedAt: 'scene-2',
    scenes: [{ isInherited: true }, { isInherited: false }],
  });
});

test('a move of the first version is a phrase', () => {
  const scene = firstScene([
    opened(1),
    { type: 'beat-narrated', scene: 1, beat: 1, narrative: 'n', actor: 'A', question: '', options: [] },
    { type: 'choice-made', scene: 1, beat: 1, partner: 'A', action: 'leave the room', option: 'c' },
  ]);
  expect(scene?.beats[0]?.move).toMatchObject({ deed: 'leave the room', isPhrase: true });
});

test('facts that this page does not know change nothing, and scenes that a fact leaves alone stay the same objects', () => {
  const story = tell([INTRODUCED, opened(1), opened(2)]);
  expect(tell([{ type: 'work-deferred', key: 'k' }], story)).toBe(story);
  const after = tell([{ type: 'scene-summarized', scene: 2, summary: 's' }], story);
  expect(after.scenes[0]).toBe(story.scenes[0]);
  expect(after.scenes[1]).not.toBe(story.scenes[1]);
});
