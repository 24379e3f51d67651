import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cosine } from './cosine.js';

const vector = (...numbers: number[]) => Float32Array.from(numbers);

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
