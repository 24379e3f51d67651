import { isExplainedError } from '@entente/llm-clients/contract';
import { expect, test } from 'vitest';
import { RunExistsError, UnknownRunError } from './run-errors.js';
import { ScopeClosedError } from './scope-errors.js';
import { SimulationError } from './simulation-error.js';

test('isInstance tells classes apart', () => {
  const error = new RunExistsError('r');
  expect([SimulationError, RunExistsError, UnknownRunError, ScopeClosedError].map((each) => each.isInstance(error))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test('every error of the package is marked as explained', () => {
  expect([new SimulationError('x'), new UnknownRunError('r'), new ScopeClosedError('a')].every(isExplainedError)).toBe(true);
});
