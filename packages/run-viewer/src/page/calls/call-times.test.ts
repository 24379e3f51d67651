import { expect, test } from 'vitest';
import { placeIn, spanOf, timeOf } from './call-times';

test('a bar begins when the winning attempt was asked, and ends with its answer', () => {
  const times = [timeOf({ at: 1000, latencyMs: 400 }), timeOf({ at: 1600, latencyMs: 600 })];
  expect(spanOf(times)).toEqual({ begin: 600, end: 1600 });
  expect(placeIn(times[1]!, { begin: 600, end: 1600 })).toEqual({ from: 0.4, width: 0.6 });
});

test('without calls there is no span, and calls that took no time have a place', () => {
  expect(spanOf([])).toBeUndefined();
  expect(placeIn({ begin: 5, end: 5 }, { begin: 5, end: 5 })).toEqual({ from: 0, width: 0 });
});
