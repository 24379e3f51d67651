import { describe, expect, it } from 'vitest';
import {
  AuthenticationError,
  ProviderError,
  RateLimitError,
  RequestRejectedError,
  TimeoutError,
  TransportError,
} from '../errors/provider-errors.js';
import { type Attempt, type GenerateRequest, type GenerateResult, type LanguageModel, NO_USAGE } from '../language-model.js';
import { createFakeClock, type FakeClock } from '../testing/fake-clock.js';
import { type RetryOptions, withEmbeddingRetry, withRetry } from './retry.js';

const DETAILS = { provider: 'test', modelId: 'm' };
const REQUEST: GenerateRequest = { messages: [] };

function failing<Failure extends ProviderError>(error: Failure, outcome: Attempt['outcome'], latencyMs = 100): Failure {
  error.attempts = [{ outcome, latencyMs }];
  return error;
}
const busy = (retryAfterMs?: number): RateLimitError =>
  failing(new RateLimitError('429', { ...DETAILS, ...(retryAfterMs !== undefined && { retryAfterMs }) }), 'rate-limited');
const broken = (latencyMs = 100): TransportError => failing(new TransportError('500', DETAILS), 'transport', latencyMs);

const ANSWER: GenerateResult = {
  text: 'yes',
  finishReason: 'stop',
  usage: NO_USAGE,
  latencyMs: 70,
  attempts: [{ outcome: 'answered', latencyMs: 70 }],
  droppedParameters: [],
};

interface Trial {
  readonly clock: FakeClock;
  readonly askedAt: number[];
  readonly requests: GenerateRequest[];
  readonly outcome: Promise<GenerateResult>;
}

/** Each step of the script takes its latency on the clock, as a real call does. */
function trial(
  script: readonly (ProviderError | GenerateResult)[],
  options: Partial<RetryOptions> = {},
  request = REQUEST,
): Trial {
  const clock = createFakeClock(0);
  const askedAt: number[] = [];
  const requests: GenerateRequest[] = [];
  const model: LanguageModel = {
    ...DETAILS,
    generate: async (asked) => {
      const step = script[askedAt.length] ?? broken();
      askedAt.push(clock.now());
      requests.push(asked);
      await clock.sleep(step.attempts.reduce((total, { latencyMs }) => total + latencyMs, 0));
      if (step instanceof ProviderError) throw step;
      return step;
    },
  };
  const outcome = withRetry(model, { clock, random: () => 1, ...options }).generate(request);
  outcome.catch(() => undefined);
  return { clock, askedAt, requests, outcome };
}

describe('withRetry', () => {
  it('asks again after a wait that doubles, and lists every attempt', async () => {
    const { clock, askedAt, outcome } = trial([broken(), broken(), broken(), ANSWER]);
    const result = await clock.runUntil(outcome);
    expect(askedAt).toEqual([0, 600, 1_700, 3_800]);
    expect(result.attempts.map((attempt) => attempt.outcome)).toEqual(['transport', 'transport', 'transport', 'answered']);
    expect(result.latencyMs).toBe(70);
  });

  it('draws the wait between nothing and the whole back-off', async () => {
    const draws = [0, 0.5, 0.25];
    const { clock, askedAt, outcome } = trial([broken(), broken(), broken(), ANSWER], { random: () => draws.shift() ?? 0 });
    await clock.runUntil(outcome);
    expect(askedAt).toEqual([0, 100, 700, 1_300]);
  });

  it('never waits longer than the cap, unless the provider asks for it', async () => {
    const { clock, askedAt, outcome } = trial([broken(), broken(), busy(90_000), ANSWER], { capMs: 600 });
    await clock.runUntil(outcome);
    expect(askedAt).toEqual([0, 600, 1_300, 1_400 + 90_000 + 500]);
  });

  it('never asks sooner than the provider allows', async () => {
    const { clock, askedAt, outcome } = trial([busy(7_000), ANSWER], { random: () => 0 });
    await clock.runUntil(outcome);
    expect(askedAt).toEqual([0, 7_100]);
  });

  it.each([
    ['a refused key', failing(new AuthenticationError('401', DETAILS), 'rejected')],
    ['a rejected request', failing(new RequestRejectedError('400', DETAILS), 'rejected')],
  ])('does not repeat %s', async (_what, error) => {
    const { clock, askedAt, outcome } = trial([error, ANSWER]);
    await expect(clock.runUntil(outcome)).rejects.toBe(error);
    expect(askedAt).toEqual([0]);
    expect(error.attempts).toHaveLength(1);
  });

  it('gives up after so many failures, 429s apart, with the last error and all attempts in it', async () => {
    const { clock, outcome } = trial([broken(), busy(), failing(new TimeoutError('slow', DETAILS), 'timed-out')], {
      maxAttempts: 2,
    });
    await expect(clock.runUntil(outcome)).rejects.toMatchObject({
      kind: 'time-out',
      attempts: [{ outcome: 'transport' }, { outcome: 'rate-limited' }, { outcome: 'timed-out' }],
    });
  });

  it('gives up rather than wait beyond the deadline', async () => {
    const { clock, askedAt, outcome } = trial([busy(5_000), ANSWER], { deadlineMs: 5_000 });
    await expect(clock.runUntil(outcome)).rejects.toMatchObject({ kind: 'rate-limit' });
    expect(askedAt).toEqual([0]);
    expect(clock.now()).toBe(100);
  });

  it('counts attempts and waits towards the deadline, and lets no attempt outlast it', async () => {
    const { clock, requests, outcome } = trial([broken(4_000), ANSWER], { deadlineMs: 10_000 }, { ...REQUEST, timeoutMs: 9_000 });
    await clock.runUntil(outcome);
    expect(requests.map(({ timeoutMs }) => timeoutMs)).toEqual([9_000, 5_500]);
  });

  it('asks again after a night on which the process stood still: an attempt counts no more than it was given', async () => {
    const { clock, askedAt, outcome } = trial([broken(8 * 3_600_000), ANSWER], {}, { ...REQUEST, timeoutMs: 900_000 });
    expect((await clock.runUntil(outcome)).attempts).toHaveLength(2);
    expect(askedAt).toHaveLength(2);
  });

  it('prefers the request’s own deadline', async () => {
    const { clock, requests, outcome } = trial([broken(), ANSWER], { deadlineMs: 10_000 }, { ...REQUEST, deadlineMs: 3_000 });
    await clock.runUntil(outcome);
    expect(requests.map(({ timeoutMs }) => timeoutMs)).toEqual([3_000, 2_400]);
  });

  it('does not count time in the queue', async () => {
    const clock = createFakeClock(0);
    let asked = 0;
    const queueing: LanguageModel = {
      ...DETAILS,
      generate: async ({ timeoutMs }) => {
        await clock.sleep(60_000);
        asked += 1;
        expect(timeoutMs).toBe(asked === 1 ? 10_000 : 9_400);
        await clock.sleep(100);
        if (asked === 1) throw broken();
        return ANSWER;
      },
    };
    const result = await clock.runUntil(withRetry(queueing, { clock, random: () => 1, deadlineMs: 10_000 }).generate(REQUEST));
    expect(result.text).toBe('yes');
  });

  it('stops waiting when the caller aborts', async () => {
    const stop = new AbortController();
    const { clock, outcome } = trial([busy(60_000), ANSWER], {}, { ...REQUEST, signal: stop.signal });
    await clock.advance(1_000);
    stop.abort(new Error('enough'));
    await expect(outcome).rejects.toMatchObject({ kind: 'aborted', attempts: [{ outcome: 'rate-limited' }] });
    expect(clock.sleeping).toBe(0);
  });

  it.each(['waiting', 'asking'])('asks no more once no further request may start, even while %s', async (when) => {
    const stop = new AbortController();
    const { clock, askedAt, outcome } = trial([busy(60_000), ANSWER], {}, { ...REQUEST, stop: stop.signal });
    await clock.advance(when === 'asking' ? 50 : 1_000);
    stop.abort(new Error('Ctrl-C'));
    await expect(clock.runUntil(outcome)).rejects.toMatchObject({ kind: 'aborted', attempts: [{ outcome: 'rate-limited' }] });
    expect(askedAt).toEqual([0]);
    expect(clock.now()).toBeLessThan(2_000);
  });

  it('leaves errors that are not a provider’s alone', async () => {
    const clock = createFakeClock(0);
    const model: LanguageModel = { ...DETAILS, generate: () => Promise.reject(new RangeError('a bug')) };
    await expect(withRetry(model, { clock, random: () => 0 }).generate(REQUEST)).rejects.toThrow(RangeError);
  });

  it('reports when it waits, and why', async () => {
    const told: [string, number][] = [];
    const { clock, outcome } = trial([busy(2_000), ANSWER], { onRetry: (error, waitMs) => told.push([error.kind, waitMs]) });
    await clock.runUntil(outcome);
    expect(told).toEqual([['rate-limit', 2_500]]);
  });
});

describe('withEmbeddingRetry', () => {
  it('does the same for vectors', async () => {
    const clock = createFakeClock(0);
    let asked = 0;
    const model = withEmbeddingRetry(
      {
        ...DETAILS,
        embed: async (texts) => {
          asked += 1;
          if (asked === 1) throw busy(1_000);
          return {
            vectors: texts.map(() => Float32Array.of(1)),
            usage: NO_USAGE,
            latencyMs: 5,
            attempts: [{ outcome: 'answered', latencyMs: 5 }],
          };
        },
      },
      { clock, random: () => 0 },
    );
    const result = await clock.runUntil(model.embed(['a', 'b']));
    expect(result.vectors).toHaveLength(2);
    expect(result.attempts.map(({ outcome }) => outcome)).toEqual(['rate-limited', 'answered']);
    expect(clock.now()).toBe(1_000);
  });
});
