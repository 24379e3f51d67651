import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { compareNaturally } from './compare-naturally.js';

test.each([
  [
    ['10', '2', '1'],
    ['1', '2', '10'],
  ],
  [
    ['scene-10', 'scene-2'],
    ['scene-2', 'scene-10'],
  ],
  [
    ['W1901A', 'S1902M', 'F1901R', 'F1901M', 'S1901R', 'S1901M'],
    ['S1901M', 'S1901R', 'F1901M', 'F1901R', 'W1901A', 'S1902M'],
  ],
  [
    ['a~s10~x', 'a~s9~y', 'a~s9~r1~y'],
    ['a~s9~r1~y', 'a~s9~y', 'a~s10~x'],
  ],
  [
    ['3/10', '3/2', '3'],
    ['3', '3/2', '3/10'],
  ],
  [
    ['b', 'a', '1'],
    ['1', 'a', 'b'],
  ],
])('%j becomes %j', (given, expected) => {
  expect(given.toSorted(compareNaturally)).toEqual(expected);
});

describe('an order of names', () => {
  const name = fc.oneof(
    fc.string(),
    fc.nat().map(String),
    fc.constantFrom('S1901M', 'F1901M', 'W1901A', 'scene-1', 'scene-01', 'a1b2', 'a1b10'),
    fc.stringMatching(/^[SFWab01.-]{0,8}$/),
  );

  it('is total: the other way round is the opposite, and only equal names are equal', () => {
    fc.assert(
      fc.property(name, name, (one, other) => {
        expect(Math.sign(compareNaturally(one, other)) + Math.sign(compareNaturally(other, one))).toBe(0);
        expect(compareNaturally(one, other) === 0).toBe(one === other);
      }),
    );
  });

  it('does not depend on the order in which names come', () => {
    fc.assert(
      fc.property(fc.array(name), (names) => {
        const sorted = names.toSorted(compareNaturally);
        expect(names.toReversed().toSorted(compareNaturally)).toEqual(sorted);
      }),
    );
  });
});
