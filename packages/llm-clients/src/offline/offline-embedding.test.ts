import { expect, test } from 'vitest';
import { createFakeClock } from '../testing/fake-clock.js';
import { createOfflineEmbeddingModel } from './offline-embedding.js';

const model = createOfflineEmbeddingModel({ clock: createFakeClock() });

async function cosine(a: string, b: string): Promise<number> {
  const { vectors } = await model.embed([a, b]);
  const [left = new Float32Array(), right = new Float32Array()] = vectors;
  return left.reduce((sum, value, index) => sum + value * (right[index] ?? 0), 0);
}

test('a text is nearest to itself', async () => {
  expect(await cosine('We argued about the move.', 'We argued about the move.')).toBeCloseTo(1, 6);
});

test.each([
  ['We argued about moving to Lisbon.', 'There was an argument over the move to Lisbon.', 'The soup needed more salt.'],
  ['Maya forgot our anniversary dinner', 'the dinner on our anniversary, which Maya forgot', 'Their landlord raised the rent'],
  [
    'France proposes a demilitarized Burgundy',
    'a proposal from France: demilitarize Burgundy',
    'Turkey builds a fleet in Smyrna',
  ],
  ['he apologised for shouting', 'an apology for having shouted at her', 'she planted tomatoes on the balcony'],
])('%j is nearer to its paraphrase than to something else', async (text, paraphrase, other) => {
  expect(await cosine(text, paraphrase)).toBeGreaterThan((await cosine(text, other)) + 0.15);
});

test('accents and case make no difference', async () => {
  expect(await cosine('Éclair d’été', 'ECLAIR d’ete')).toBeCloseTo(1, 6);
});

test('every vector has 256 dimensions and unit length, even of a text without words', async () => {
  const { vectors, usage } = await model.embed(['', '...', 'One word', 'Éclair d’été 東京']);
  for (const vector of vectors) {
    expect(vector).toHaveLength(256);
    expect(Math.hypot(...vector)).toBeCloseTo(1, 6);
  }
  expect(usage.inputTokens).toBe(0 + 1 + 2 + 4);
});

test('vectors are the same on every machine', async () => {
  const { vectors } = await model.embed(['The quick brown fox']);
  const largest = [...(vectors[0] ?? [])]
    .map((value, index) => [index, Math.round(value * 1e4)] as const)
    .sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]));
  expect(largest.slice(0, 3)).toMatchInlineSnapshot(`
    [
      [
        3,
        4862,
      ],
      [
        20,
        -4862,
      ],
      [
        113,
        4862,
      ],
    ]
  `);
});
