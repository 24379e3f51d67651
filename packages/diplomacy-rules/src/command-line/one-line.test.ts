import { expect, it } from 'vitest';
import { oneLine } from './one-line.js';

it('makes one line of any text, and steers no terminal', () => {
  expect(oneLine('a\u001b[31m\r\n\tb\u0000\u007f\u009b\u202e')).toBe('a␛[31m b␀␡��');
  expect(oneLine('S1901M, units of FRANCE')).toBe('S1901M, units of FRANCE');
});
