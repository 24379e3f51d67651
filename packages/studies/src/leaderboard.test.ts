import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bootstrapInterval } from './bootstrap/bootstrap-interval.js';
import { leaderboard } from './leaderboard.js';

interface Run {
  readonly model: string;
  readonly score: number | null;
}

const runs = (model: string, ...scores: (number | null)[]): Run[] => scores.map((score) => ({ model, score }));
const options = { by: ({ model }: Run) => model, value: ({ score }: Run) => score, seed: 's' };
const season = [...runs('oak', 3, 5), ...runs('elm', 9, null, 7), ...runs('fir', null), ...runs('ash', 2, 6), ...runs('yew', 1)];

test('the largest mean comes first, equal ones share a rank, and unmeasured ones come last', () => {
  const board = leaderboard(season, options);
  expect(board.map(({ name, rank, mean, n, missing, reason }) => [name, rank, mean, n, missing, reason])).toEqual([
    ['elm', 1, 8, 2, 1, null],
    ['ash', 2, 4, 2, 0, null],
    ['oak', 2, 4, 2, 0, null],
    ['yew', 4, 1, 1, 0, 'one-value'],
    ['fir', null, null, 0, 1, 'no-values'],
  ]);
  expect(board.map(({ interval }) => interval !== null)).toEqual([true, true, true, false, false]);
});

test('the smallest mean comes first if less is better, never one without a value', () => {
  const board = leaderboard(season, { ...options, best: 'smallest' });
  expect(board.map(({ name, rank, mean }) => [name, rank, mean])).toEqual([
    ['yew', 1, 1],
    ['ash', 2, 4],
    ['oak', 2, 4],
    ['elm', 4, 8],
    ['fir', null, null],
  ]);
});

test('an entry stays as it is when others join', () => {
  const scores = [4, 8, 15, 16, 23, 42];
  const alone = leaderboard(runs('elm', ...scores), options)[0];
  const among = leaderboard([...runs('oak', 100, 101), ...runs('elm', ...scores)], options)[1];
  expect(among).toEqual({ ...alone, rank: 2 });
  expect(alone?.interval).toEqual(bootstrapInterval(scores, { seed: 's/elm' }).interval);
});

test('the order of the rows does not matter, and JSON keeps everything', () => {
  const run = fc.record({ model: fc.constantFrom('oak', 'elm', 'ash'), score: fc.option(fc.integer({ min: -20, max: 20 })) });
  fc.assert(
    fc.property(fc.array(run, { maxLength: 20 }), (rows) => {
      const board = leaderboard(rows, { ...options, resamples: 50 });
      expect(leaderboard([...rows].reverse(), { ...options, resamples: 50 })).toEqual(board);
      expect(JSON.parse(JSON.stringify(board))).toEqual(board);
    }),
    { numRuns: 300 },
  );
});
