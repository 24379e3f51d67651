import { expect, test } from 'vitest';
import { isToldIn } from './is-told-in.js';

const MAYA = 'Maya, 31, teaches chemistry at a comprehensive school.';

test.each([
  [MAYA, '31', true],
  [MAYA, 'chemistry teacher', true],
  [MAYA, '3', false],
  [MAYA, 'physics teacher', false],
  ['Jonas, 34, restores wooden boats.', 'boat restorer', true],
  ['', 'boat restorer', false],
  [MAYA, '', false],
])('%j tells %j: %s', (description, fact, told) => {
  expect(isToldIn(description, fact)).toBe(told);
});
