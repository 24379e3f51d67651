import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byEmotion, type Emotions } from './emotions.js';
import { cosine, type LongTermMemory, rankMemories } from './long-term-memory.js';

const only = (...felt: string[]): Emotions => byEmotion((emotion) => (felt.includes(emotion) ? 0.9 : 0));
const memory = (id: string, emotions: Emotions | null): LongTermMemory => ({ id, text: id, emotions, origin: { kind: 'past' } });
const vector = (...numbers: number[]) => Float32Array.from(numbers);

test('a memory of a similar feeling ranks first and one of an opposite feeling last', () => {
  const memories = [memory('opposite', only('sadness')), memory('mixed', only('joy', 'fear')), memory('alike', only('joy'))];
  const ranked = rankMemories(
    memories.map((kept) => ({ memory: kept, vector: vector(1, 0) })),
    { vector: vector(1, 0), emotions: only('joy') },
    { limit: 3, semanticWeight: 0.7 },
  );
  expect(ranked.map(({ memory: { id } }) => id)).toEqual(['alike', 'mixed', 'opposite']);
  expect(ranked[0]!.score).toBeCloseTo(1);
  expect(ranked[2]!.score).toBeCloseTo(0.7);
});

test('meaning and feeling count by the given weight', () => {
  const near = { memory: memory('near', only('anger')), vector: vector(1, 0) };
  const felt = { memory: memory('felt', only('joy')), vector: vector(0, 1) };
  const cue = { vector: vector(1, 0), emotions: only('joy') };
  expect(rankMemories([felt, near], cue, { limit: 1, semanticWeight: 0.9 })[0]?.memory.id).toBe('near');
  expect(rankMemories([near, felt], cue, { limit: 1, semanticWeight: 0.1 })[0]?.memory.id).toBe('felt');
});

test('without a mood, or without a feeling on record, meaning alone decides', () => {
  const blank = { memory: memory('blank', null), vector: vector(1, 0) };
  const far = { memory: memory('far', only('joy')), vector: vector(0, 1) };
  expect(
    rankMemories([far, blank], { vector: vector(1, 0), emotions: only('joy') }, { limit: 2, semanticWeight: 0.7 })[0]?.score,
  ).toBe(1);
  expect(
    rankMemories([far, blank], { vector: vector(1, 0) }, { limit: 2, semanticWeight: 0.7 }).map(({ score }) => score),
  ).toEqual([1, 0]);
});

test('without vectors feeling alone decides', () => {
  const ranked = rankMemories(
    [{ memory: memory('sad', only('sadness')) }, { memory: memory('glad', only('joy')) }],
    { emotions: only('joy') },
    { limit: 2, semanticWeight: 0.7 },
  );
  expect(ranked.map(({ memory: { id }, score }) => [id, score])).toEqual([
    ['glad', 1],
    ['sad', 0],
  ]);
});

test('equal scores keep the order of the store, and no more than the limit come back', () => {
  const memories = ['a', 'b', 'c'].map((id) => ({ memory: memory(id, null), vector: vector(1, 1) }));
  expect(
    rankMemories(memories, { vector: vector(1, 1) }, { limit: 2, semanticWeight: 1 }).map(({ memory: { id } }) => id),
  ).toEqual(['a', 'b']);
});

test('a cosine lies between -1 and 1, and is 0 for a zero vector', () => {
  const numbers = fc.array(fc.float({ min: -100, max: 100, noNaN: true }), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(numbers, numbers, (a, b) => {
      expect(Math.abs(cosine(vector(...a), vector(...b)))).toBeLessThanOrEqual(1 + 1e-6);
    }),
  );
  expect(cosine(vector(0, 0), vector(1, 0))).toBe(0);
});

test('vectors that cannot be compared are refused, not scored', () => {
  expect(() => cosine(Float32Array.of(1, 2), Float32Array.of(1))).toThrow(/vectors of 2 and of 1 numbers cannot be compared/);
  expect(() => cosine(Float32Array.of(1, Infinity), Float32Array.of(1, 2))).toThrow(/not finite/);
});
