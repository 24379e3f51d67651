import { expect, test } from 'vitest';
import { centreTrajectories, commitmentTrajectories } from './trajectories';

const score = (
  run: string,
  condition: string,
  scene: number,
  place: string,
  value: number | null,
  forkedFrom: string | null = null,
) => ({
  run,
  condition,
  scene,
  place,
  score: value,
  forkedFrom,
});
const SCORES = [
  score('a', 'x', 1, 'first', 4),
  score('a', 'x', 1, 'second', 6),
  score('b', 'x', 1, 'first', 8),
  score('b', 'x', 1, 'second', null),
  score('c', 'w', 1, 'first', 1),
  score('c', 'w', 1, 'second', 2),
  score('c2', 'w', 1, 'first', 9, 'c'),
];

test('a run counts once a scene, and not at all where a score of it is missing', () => {
  expect(commitmentTrajectories(SCORES, 'both')).toEqual([
    { condition: 'w', points: [{ at: 1, values: [1.5] }] },
    { condition: 'x', points: [{ at: 1, values: [5] }] },
  ]);
});

test('one partner alone can be followed, and a missing score is never 0', () => {
  expect(commitmentTrajectories(SCORES, 'second').at(-1)?.points).toEqual([{ at: 1, values: [6] }]);
});

test('centres of one power are followed by year', () => {
  const row = (run: string, power: string, year: number, centers: number) => ({
    ...{ run, power, year, centers },
    ...{ condition: 'x', forkedFrom: null },
  });
  const rows = [
    row('a', 'France', 1900, 3),
    row('a', 'Italy', 1900, 3),
    row('a', 'France', 1901, 5),
    row('b', 'France', 1900, 3),
  ];
  expect(centreTrajectories(rows, 'France')).toEqual([
    {
      condition: 'x',
      points: [
        { at: 1900, values: [3, 3] },
        { at: 1901, values: [5] },
      ],
    },
  ]);
});
