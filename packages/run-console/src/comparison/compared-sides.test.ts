import { expect, test } from 'vitest';
import { comparedSides } from './compared-sides.js';

test('the first two words are sides, the others runs', () => {
  expect(comparedSides(['a', 'b', 'one', 'two'])).toEqual({ sides: ['a', 'b'], runs: ['one', 'two'] });
  expect(comparedSides(undefined)).toBeNull();
});

test('one side alone is refused', () => {
  expect(() => comparedSides(['a'])).toThrow('--compare names two; write --compare a and the other one.');
});
