import { expect, test } from 'vitest';
import { SPACE, trainVocabulary } from './train-vocabulary.js';

const TEXT = 'the power of the other powers then gathers there, and the weather is another matter altogether';

test('the most frequent pair is learned first, and no more are learned than asked for', () => {
  expect(trainVocabulary(TEXT, 3)[0]).toBe('th');
  expect(trainVocabulary(TEXT, 3)).toHaveLength(3);
});

test('every piece is two earlier ones joined, so that a tokenizer reaches it', () => {
  const known = new Set([SPACE, ...TEXT]);
  for (const piece of trainVocabulary(TEXT, 100)) {
    const splits = Array.from({ length: piece.length - 1 }, (_, at) => [piece.slice(0, at + 1), piece.slice(at + 1)] as const);
    expect(
      splits.some(([left, right]) => known.has(left) && known.has(right)),
      piece,
    ).toBe(true);
    known.add(piece);
  }
});
