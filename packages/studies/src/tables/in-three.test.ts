import { expect, test } from 'vitest';
import { inThree } from './in-three.js';

test.each([
  [0.1234, '0.123'],
  [-0.5, '−0.500'],
  [3.14159, '3.14'],
  [41.26, '41.3'],
  [512.3, '512'],
  [-0.0001, '0.000'],
])('shows three digits that matter of %d', (value, text) => {
  expect(inThree(value)).toBe(text);
});
