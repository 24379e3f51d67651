import fc from 'fast-check';
import { expect, test } from 'vitest';
import { feeling, pastMemory } from '../../test/samples.js';
import { EMOTIONS } from './emotions.js';
import { type RankedMemory, rankMemories } from './rank-memories.js';
import type { RecallWeights } from './recall-candidate.js';

const vector = (...numbers: number[]) => Float32Array.from(numbers);
const weights: RecallWeights = { semanticWeight: 0.5, emotionWeight: 0.25, recencyWeight: 0.15, noveltyWeight: 0.1 };
const only = (given: Partial<RecallWeights>): RecallWeights => ({
  ...{ semanticWeight: 0, emotionWeight: 0, recencyWeight: 0, noveltyWeight: 0 },
  ...given,
});
const ids = (ranked: readonly RankedMemory[]) => ranked.map(({ memory }) => memory.id);
const joyful = feeling({ joy: 0.9 });
const near = { memory: pastMemory('near', 'near', feeling({ anger: 0.9 })), vector: vector(1, 0) };
const felt = { memory: pastMemory('felt', 'felt', joyful), vector: vector(0.1, 1) };
const cue = { text: 'cue', vector: vector(1, 0), mood: joyful };

test('meaning and feeling count by their weights', () => {
  expect(ids(rankMemories([felt, near], cue, { limit: 1, weights: { ...weights, semanticWeight: 1 } }))).toEqual(['near']);
  expect(ids(rankMemories([near, felt], cue, { limit: 1, weights: { ...weights, emotionWeight: 1 } }))).toEqual(['felt']);
});

test('a feeling nearly the same comes to mind, the same feeling much weaker or an opposite one does not', () => {
  const memories = [
    { memory: pastMemory('sad', 'x', feeling({ sadness: 0.9 })) },
    { memory: pastMemory('a little glad', 'y', feeling({ joy: 0.3 })) },
    { memory: pastMemory('glad', 'z', feeling({ joy: 0.8 })) },
  ];
  const ranked = rankMemories(memories, { text: '', mood: joyful }, { limit: 3, weights: only({ emotionWeight: 1 }) });
  expect(ranked.map(({ memory, score }) => [memory.id, score])).toEqual([['glad', 0.889]]);
});

test('the score is the weighted mean of the known parts, all with three decimals', () => {
  const lived = { ...near, scenesSince: 4, timesRecalled: 1 };
  expect(rankMemories([lived], cue, { limit: 1, weights })).toEqual([
    { memory: near.memory, score: 0.625, parts: { meaning: 1, emotion: 0, recency: 0.5, novelty: 0.5 } },
  ]);
  const blank = { memory: pastMemory('blank', 'blank'), vector: vector(1, 1) };
  expect(rankMemories([blank], cue, { limit: 1, weights })).toEqual([
    { memory: blank.memory, score: 0.756, parts: { meaning: 0.707, novelty: 1 } },
  ]);
});

test('without a vector for each text, words decide', () => {
  const sea = { memory: pastMemory('sea', 'The lighthouse above the harbour.') };
  const dog = { memory: pastMemory('dog', 'The old dog.'), vector: vector(1, 0) };
  expect(
    ids(rankMemories([dog, sea], { ...cue, text: 'They walk round the harbour to the lighthouse.' }, { limit: 1, weights })),
  ).toEqual(['sea']);
});

test('a faint mood says nothing', () => {
  const [ranked] = rankMemories([near], { ...cue, mood: feeling({ joy: 0.2 }) }, { limit: 1, weights });
  expect(ranked?.parts).toEqual({ meaning: 1, novelty: 1 });
});

test('nothing comes to mind without a reason, unless no reason is asked for', () => {
  const unrelated = { memory: pastMemory('unrelated', 'a b c'), scenesSince: 1 };
  const blank = { text: 'x y z', mood: null };
  expect(rankMemories([unrelated], blank, { limit: 1, weights })).toEqual([]);
  expect(ids(rankMemories([unrelated], blank, { limit: 1, weights: only({ recencyWeight: 1 }) }))).toEqual(['unrelated']);
});

test('recency halves each three scenes and has a bound; the past has none', () => {
  const at = (scenesSince?: number) => ({ ...near, scenesSince });
  const recency = [1, 4, 7, 50, undefined].map(
    (scenes) => rankMemories([at(scenes)], cue, { limit: 1, weights })[0]?.parts.recency,
  );
  expect(recency).toEqual([1, 0.5, 0.25, 0.1, undefined]);
});

test('a memory that came to mind before counts less, and so does one that repeats a better one', () => {
  const first = { memory: pastMemory('first', 'first'), vector: vector(1, 0, 0) };
  const again = { memory: pastMemory('again', 'again'), vector: vector(0.99, 0.01, 0) };
  const other = { memory: pastMemory('other', 'other'), vector: vector(0.9, 0, 0.44) };
  const far = ['far', 'farther', 'farthest', 'away'].map((id) => ({ memory: pastMemory(id, id), vector: vector(0, 1, 0) }));
  const about = { text: '', vector: vector(1, 0, 0), mood: null };
  const both = only({ semanticWeight: 0.4, noveltyWeight: 0.6 });
  expect(ids(rankMemories([first, again, other, ...far], about, { limit: 2, weights: both }))).toEqual(['first', 'other']);
  expect(ids(rankMemories([{ ...first, timesRecalled: 2 }, again], about, { limit: 1, weights: both }))).toEqual(['again']);
});

test('equal scores keep the order of the store, and no more than the limit come back', () => {
  const memories = ['a', 'b', 'c'].map((id) => ({ memory: pastMemory(id, id), vector: vector(1, 1) }));
  const far = ['d', 'e', 'f', 'g'].map((id) => ({ memory: pastMemory(id, id), vector: vector(1, -1) }));
  const options = { limit: 2, weights: only({ semanticWeight: 1 }) };
  expect(ids(rankMemories([...memories, ...far], { ...cue, vector: vector(1, 1) }, options))).toEqual(['a', 'b']);
  expect(rankMemories(memories, cue, { ...options, limit: 0 })).toEqual([]);
});

test('scores and parts lie between 0 and 1, and scores fall', () => {
  const strength = fc.double({ min: 0, max: 1, noNaN: true });
  const emotions = fc.record(Object.fromEntries(EMOTIONS.map((emotion) => [emotion, strength])));
  const candidate = fc.record({
    memory: fc.record({ text: fc.lorem({ maxCount: 6 }), emotions: fc.option(emotions, { nil: null }) }),
    scenesSince: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
    timesRecalled: fc.nat({ max: 5 }),
  });
  fc.assert(
    fc.property(fc.array(candidate, { maxLength: 8 }), fc.lorem({ maxCount: 8 }), emotions, (drawn, text, mood) => {
      const candidates = drawn.map(({ memory, ...rest }, index) => ({
        memory: { ...pastMemory(`${index}`, memory.text), emotions: memory.emotions as never },
        ...rest,
      }));
      const ranked = rankMemories(candidates, { text, mood: mood as never }, { limit: 5, weights });
      const scores = ranked.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      for (const { score, parts } of ranked)
        for (const value of [score, ...Object.values(parts)]) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        }
    }),
    { numRuns: 60 },
  );
});

test('most moments remind of nothing: one vector must stand out among the others, or two telling words', () => {
  const alike = ['a', 'b', 'c', 'd'].map((id, index) => ({ memory: pastMemory(id, id), vector: vector(1, 0.02 * index) }));
  const aCue = { text: '', vector: vector(1, 0), mood: null };
  expect(rankMemories(alike, aCue, { limit: 4, weights })).toEqual([]);
  const odd = { memory: pastMemory('odd', 'odd'), vector: vector(0.2, 1) };
  expect(
    ids(rankMemories([...alike.slice(0, 1), odd, { ...odd, memory: pastMemory('odder', 'odder') }], aCue, { limit: 4, weights })),
  ).toEqual(['a']);

  const said = (text: string, background: readonly string[] = []) =>
    ids(
      rankMemories(
        [
          { memory: pastMemory('rain', 'It was about the umbrella, and it was raining.') },
          { memory: pastMemory('bus', 'It was about the bus, and it was late.') },
        ],
        { text, mood: null, background },
        { limit: 2, weights },
      ),
    );
  expect(said('It was about nothing, and it was so.')).toEqual([]);
  expect(said('Somebody has left an umbrella.')).toEqual([]);
  expect(said('Somebody has left an umbrella, and it rains.')).toEqual([]);
  expect(said('It is raining. Somebody has left an umbrella.')).toEqual(['rain']);
  expect(said('It is raining. Somebody has left an umbrella.', ['Ada sells umbrella stands; every umbrella knows her.'])).toEqual(
    [],
  );
  expect(said('Somebody has left an umbrella. It is the red umbrella.')).toEqual(['rain']);
});
