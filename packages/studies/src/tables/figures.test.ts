import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatPValue, inThree } from './figures.js';

test.each([
  [0.1234, '0.123'],
  [-0.5, '−0.500'],
  [3.14159, '3.14'],
  [41.26, '41.3'],
  [512.3, '512'],
  [-0.0001, '0.000'],
  [0.9994, '0.999'],
  [1, '1.00'],
  [-1, '−1.00'],
  [9.994, '9.99'],
  [10, '10.0'],
  [99.94, '99.9'],
  [100, '100'],
  [0, '0.000'],
])('shows three digits that matter of %d', (value, text) => {
  expect(inThree(value)).toBe(text);
});

test.each([
  [0.0004, '< 0.001'],
  [1 / 10_001, '< 0.001'],
  [0.000999, '< 0.001'],
  [0.001, '0.001'],
  [0.0314, '0.031'],
  [0.25, '0.250'],
  [1, '1.000'],
])('p = %d is shown as %s', (pValue, text) => {
  expect(formatPValue(pValue)).toBe(text);
});

test('no p-value is shown as 0', () => {
  fc.assert(
    fc.property(fc.double({ min: Number.MIN_VALUE, max: 1, noNaN: true }), (pValue) => {
      expect(formatPValue(pValue)).toMatch(/^(< 0\.001|[01]\.\d{3})$/);
      expect(formatPValue(pValue)).not.toBe('0.000');
    }),
  );
});
