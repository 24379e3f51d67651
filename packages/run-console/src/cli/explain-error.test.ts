import { constants } from 'node:os';
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

  it('says so too where the system names no file, and where Node has no name for the error', () => {
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    expect(explainError(full)).toBe('There is no room left on the disk; make room, then resume.');
    const quota = Object.assign(new Error('Unknown system error -122, write'), { errno: -constants.errno.EDQUOT });
    expect(explainError(quota)).toMatch(/^The quota of this user on the disk is used up; make room/);
  });

  it('says of any other how to see where it happened', () => {
    expect(explainError(new TypeError('x is not a function'))).toBe(
      'x is not a function (unexpected: --log-level debug shows where it happened)',
    );
    expect(explainError('text')).toBe('text');
  });
});
