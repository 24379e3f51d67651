import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance } from './edit-distance.js';

test.each([
  ['', '', 0],
  ['PAR', 'PAR', 0],
  ['PAR', '', 3],
  ['PAR', 'PRA', 1],
  ['BURGUNDI', 'BURGUNDY', 1],
  ['PARS', 'PARIS', 1],
  ['PARRIS', 'PARIS', 1],
  ['LONDON', 'NODNOL', 3],
])('%j and %j are %i apart', (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance);
});

test('beyond the limit it gives up', () => {
  expect(editDistance('ABC', 'XYZ', 2)).toBe(Infinity);
  expect(editDistance('ABC', 'XYZ', 3)).toBe(3);
  expect(editDistance('A', 'ABCD', 2)).toBe(Infinity);
});

test('it is the same both ways, zero for equal texts only, and a limit does not change what is within it', () => {
  const text = fc.string({ unit: fc.constantFrom('A', 'B', 'C'), maxLength: 8 });
  fc.assert(
    fc.property(text, text, fc.nat(8), (a, b, limit) => {
      const distance = editDistance(a, b);
      expect(editDistance(b, a)).toBe(distance);
      expect(distance === 0).toBe(a === b);
      expect(editDistance(a, b, limit)).toBe(distance <= limit ? distance : Infinity);
    }),
    { numRuns: 300 },
  );
});
