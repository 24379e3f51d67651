import { SettingError } from '@entente/llm-clients';
import { SimulationError } from '@entente/simulation-core';
import { describe, expect, it } from 'vitest';
import { ConsoleError } from './console-error.js';
import { explainError } from './explain-error.js';

describe('explainError', () => {
  it.each([new SettingError('model', 'one\n two'), new SimulationError('one\n two'), new ConsoleError('one\n two')])(
    'takes the word of our own errors, on one line',
    (error) => {
      expect(explainError(error)).toBe('one two');
    },
  );

  it('says of an error of the system what to do about it', () => {
    const error = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES', path: '/data/runs' });
    expect(explainError(error)).toMatch(/^\/data\/runs may not be written .*--runs-dir\.$/);
  });

  it('says of any other how to see where it happened', () => {
    expect(explainError(new TypeError('x is not a function'))).toBe(
      'x is not a function (unexpected: --log-level debug shows where it happened)',
    );
    expect(explainError('text')).toBe('text');
  });
});
