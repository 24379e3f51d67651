import fc from 'fast-check';
import { expect, test } from 'vitest';
import { StudyError } from './study-error.js';
import { summarize } from './sample-statistics.js';

test('the standard deviation of a sample uses n - 1', () => {
  // 2 4 4 4 5 5 7 9: mean 5, squares 9 1 1 1 0 0 4 16 = 32, and 32 / 7.
  const summary = summarize([9, 4, 2, 5, 4, 7, 4, 5]);
  expect(summary).toEqual({ n: 8, missing: 0, mean: 5, median: 4.5, standardDeviation: Math.sqrt(32 / 7) });
});

test('missing values are counted separately and are not 0', () => {
  expect(summarize([null, 3, null, 5])).toEqual({ n: 2, missing: 2, mean: 4, median: 4, standardDeviation: Math.SQRT2 });
});

test('unknown statistics are null', () => {
  expect(summarize([])).toEqual({ n: 0, missing: 0, mean: null, median: null, standardDeviation: null });
  expect(summarize([null])).toEqual({ n: 0, missing: 1, mean: null, median: null, standardDeviation: null });
  expect(summarize([7, null])).toEqual({ n: 1, missing: 1, mean: 7, median: 7, standardDeviation: null });
});

test('there is no negative zero, which JSON could not keep', () => {
  expect(summarize([-0]).median).toBe(0);
});

test('equal values do not vary, although their mean is rounded', () => {
  expect(summarize([0.1, 0.1, 0.1]).standardDeviation).toBe(0);
});

test.each([NaN, Infinity, -Infinity])('%d is refused with its index', (value) => {
  expect(() => summarize([1, null, value])).toThrow(StudyError);
  expect(() => summarize([1, null, value])).toThrow('Value 2');
});

test('a sum that rounds to nothing is 0, never -0', () => {
  expect(Object.is(summarize([4e-323, -4.4e-323]).mean, 0)).toBe(true);
});

test('the order of the values does not matter, not even to the last digit, and JSON keeps everything', () => {
  const sample = fc.array(fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true })));
  const shuffled = sample.chain((values) => {
    return fc.tuple(fc.constant(values), fc.shuffledSubarray(values, { minLength: values.length }));
  });
  fc.assert(
    fc.property(shuffled, ([values, others]) => {
      expect(summarize(others)).toEqual(summarize(values));
      expect(JSON.parse(JSON.stringify(summarize(values)))).toEqual(summarize(values));
    }),
    { numRuns: 300 },
  );
});
