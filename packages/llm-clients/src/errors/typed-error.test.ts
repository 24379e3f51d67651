import { describe, expect, it } from 'vitest';
import { isExplainedError } from './explained-error.js';
import { SettingError } from './llm-client-error.js';
import { AuthenticationError, ProviderError, RateLimitError } from './provider-errors.js';
import { TypedError } from './typed-error.js';

const DETAILS = { provider: 'openai', modelId: 'gpt-4o-mini' };

describe('isInstance', () => {
  it('tells classes apart', () => {
    const error = new AuthenticationError('The key was refused.', DETAILS);
    expect(AuthenticationError.isInstance(error)).toBe(true);
    expect(ProviderError.isInstance(error)).toBe(true);
    expect(TypedError.isInstance(error)).toBe(true);
    expect(RateLimitError.isInstance(error)).toBe(false);
    expect(SettingError.isInstance(error)).toBe(false);
  });
});

describe('isExplainedError', () => {
  it('accepts the errors of this package', () => {
    expect(isExplainedError(new SettingError('model', 'The model is missing; add --model.'))).toBe(true);
  });

  it('accepts an error whose package has a base of its own, which is no TypedError', () => {
    const marker = Symbol.for('@entente/error-classes');
    class GameError extends Error {
      readonly [marker] = ['my-game/GameError'];
    }
    const error = new GameError('Nobody is left to play; add a player.');
    expect(isExplainedError(error)).toBe(true);
    expect(TypedError.isInstance(error)).toBe(false);
  });

  it('refuses all other errors, and marked things that are no errors', () => {
    const marked = { message: 'x', [Symbol.for('@entente/error-classes')]: ['x/X'] };
    for (const thrown of [new Error('x'), new TypeError('x'), marked, 'x', null, undefined])
      expect(isExplainedError(thrown)).toBe(false);
  });
});
