import { expect, test } from 'vitest';
import { seatMeans } from './seat-means';

test('a seat that a model never had is empty, and a game without a score is left out', () => {
  const standings = [
    { model: 'm1', power: 'France', score: 10 },
    { model: 'm1', power: 'France', score: 14 },
    { model: 'm1', power: 'France', score: null },
    { model: 'm2', power: 'Austria', score: 4 },
  ];
  expect(seatMeans(standings, 'score', ({ model }) => String(model))).toEqual({
    seats: ['Austria', 'France'],
    rows: [
      { name: 'm1', means: [null, { mean: 12, games: 2 }] },
      { name: 'm2', means: [{ mean: 4, games: 1 }, null] },
    ],
  });
});
