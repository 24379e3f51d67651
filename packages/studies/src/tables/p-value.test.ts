import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatPValue } from './p-value.js';

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
