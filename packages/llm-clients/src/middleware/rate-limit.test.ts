import { describe, expect, it } from 'vitest';
import {
  AuthenticationError,
  CreditExhaustedError,
  RateLimitError,
  TimeoutError,
  TransportError,
  UnknownModelError,
} from '../errors/provider-errors.js';
import { type GenerateRequest, type GenerateResult, type LanguageModel, NO_USAGE } from '../language-model.js';
import { EndpointLimiter, type EndpointLimiterOptions } from '../limits/endpoint-limiter.js';
import { createFakeClock } from '../testing/fake-clock.js';
import { withEmbeddingRateLimit, withRateLimit } from './rate-limit.js';

const DETAILS = { provider: 'test', modelId: 'm' };
const REQUEST: GenerateRequest = {
  messages: [{ role: 'user', parts: [{ kind: 'tail', text: 'Hello there, how are you today?' }] }],
};
const ANSWER: GenerateResult = {
  text: 'Fine.',
  finishReason: 'stop',
  usage: { ...NO_USAGE, inputTokens: 900, outputTokens: 100 },
  latencyMs: 5,
  attempts: [{ outcome: 'answered', latencyMs: 5 }],
  droppedParameters: [],
};

function setup(options: Partial<EndpointLimiterOptions> = {}) {
  const clock = createFakeClock(0);
  const limiter = new EndpointLimiter({ endpoint: 'test', clock, ...options });
  let next: () => Promise<GenerateResult> = () => Promise.resolve(ANSWER);
  const provider: LanguageModel = { ...DETAILS, baseUrl: 'http://x', generate: () => next() };
  return {
    clock,
    limiter,
    model: withRateLimit(provider, limiter),
    answerWith: (answer: () => Promise<GenerateResult>) => {
      next = answer;
    },
  };
}

describe('an error that every other call must meet', () => {
  it.each([
    ['a wrong key', new AuthenticationError('401', DETAILS), 0],
    ['no credit', new CreditExhaustedError('402', DETAILS), 1],
    ['an unknown model', new UnknownModelError('404', DETAILS), 1],
  ])('lets no waiting call out, and later ones again: %s', async (_name, error, othersLeft) => {
    const { limiter, model, clock, answerWith } = setup({ maxConnections: 1 });
    answerWith(async () => {
      await clock.sleep(10);
      throw error;
    });
    let started = 0;
    const calls = Array.from({ length: 40 }, () =>
      model.generate(REQUEST, () => (started += 1)).catch((thrown: unknown) => thrown),
    );
    const other = limiter.acquire({ model: 'another' }).then(
      (slot) => {
        slot.release({ type: 'neutral' });
        return 'let out';
      },
      () => 'refused',
    );
    const ends = await clock.runUntil(Promise.all(calls));
    expect(started).toBe(1);
    expect(ends[0]).toBe(error);
    for (const end of ends.slice(1)) {
      expect(end).toMatchObject({
        kind: 'aborted',
        attempts: [],
        cause: error,
        message: expect.stringMatching(/was not made, since/),
      });
    }
    expect(await other).toBe(othersLeft === 1 ? 'let out' : 'refused');

    answerWith(async () => ANSWER);
    expect(await clock.runUntil(model.generate(REQUEST))).toBe(ANSWER);
  });
});

describe('withRateLimit', () => {
  it('is still the same model', () => {
    expect(setup().model).toMatchObject({ ...DETAILS, baseUrl: 'http://x' });
  });

  it('holds a slot for exactly as long as the call lasts, however it ends', async () => {
    const { limiter, model, answerWith } = setup();
    let seen = 0;
    const watch = <Outcome>(outcome: () => Outcome) => {
      seen = limiter.snapshot().inFlight;
      return outcome();
    };
    answerWith(async () => watch(() => ANSWER));
    await model.generate(REQUEST);
    expect([seen, limiter.snapshot().inFlight]).toEqual([1, 0]);
    for (const error of [new TransportError('500', DETAILS), new AuthenticationError('401', DETAILS), new RangeError('a bug')]) {
      answerWith(async () =>
        watch(() => {
          throw error;
        }),
      );
      await expect(model.generate(REQUEST)).rejects.toBe(error);
      expect([seen, limiter.snapshot().inFlight]).toEqual([1, 0]);
    }
  });

  it('tells the limiter of a 429, and of nothing else', async () => {
    const { limiter, model, answerWith } = setup();
    for (const error of [new TimeoutError('slow', DETAILS), new AuthenticationError('401', DETAILS)]) {
      answerWith(() => Promise.reject(error));
      await expect(model.generate(REQUEST)).rejects.toBe(error);
    }
    expect(limiter.snapshot()).toMatchObject({ connections: 100, rateLimited: 0 });
    answerWith(() => Promise.reject(new RateLimitError('429', { ...DETAILS, retryAfterMs: 10 })));
    await expect(model.generate(REQUEST)).rejects.toThrow('429');
    expect(limiter.snapshot()).toMatchObject({ connections: 80, rateLimited: 1 });
  });

  it('reports when the slot is held', async () => {
    const { clock, limiter, model } = setup({ maxConnections: 1 });
    const slot = await limiter.acquire();
    let startedAt: number | undefined;
    const call = model.generate(REQUEST, () => {
      startedAt = clock.now();
    });
    await clock.advance(3_000);
    expect(startedAt).toBeUndefined();
    slot.release({ type: 'neutral' });
    await call;
    expect(startedAt).toBe(3_000);
  });

  it('leaves the queue as an aborted call when its caller gives up', async () => {
    const { limiter, model } = setup({ maxConnections: 1 });
    await limiter.acquire();
    const stop = new AbortController();
    const call = model.generate({ ...REQUEST, signal: stop.signal });
    stop.abort(new Error('enough'));
    await expect(call).rejects.toMatchObject({ kind: 'aborted', attempts: [], cause: new Error('enough') });
    expect(limiter.snapshot().queued).toBe(0);
  });

  it('leaves the queue when no further request may start, and lets one under way go on', async () => {
    const { clock, limiter, model, answerWith } = setup({ maxConnections: 1 });
    answerWith(() => clock.sleep(1_000).then(() => ANSWER));
    const stop = new AbortController();
    const underWay = model.generate({ ...REQUEST, stop: stop.signal });
    const waiting = model.generate({ ...REQUEST, stop: stop.signal });
    waiting.catch(() => undefined);
    await clock.advance(500);
    stop.abort(new Error('Ctrl-C'));
    await expect(waiting).rejects.toMatchObject({ kind: 'aborted' });
    expect(await clock.runUntil(underWay)).toBe(ANSWER);
    await expect(model.generate({ ...REQUEST, stop: stop.signal })).rejects.toMatchObject({ kind: 'aborted' });
    expect(limiter.snapshot()).toMatchObject({ inFlight: 0, queued: 0 });
  });

  it('passes its place in the queue on', async () => {
    const { clock, limiter, model } = setup({ maxConnections: 1 });
    const slot = await limiter.acquire();
    const order: string[] = [];
    const calls = [
      model.generate({ ...REQUEST, queue: { order: 2, deferred: false } }).then(() => order.push('young')),
      model.generate({ ...REQUEST, queue: { order: 1, deferred: true } }).then(() => order.push('old, deferred')),
      model.generate({ ...REQUEST, queue: { order: 1, deferred: false } }).then(() => order.push('old')),
    ];
    await clock.advance(0);
    slot.release({ type: 'neutral' });
    await Promise.all(calls);
    expect(order).toEqual(['old', 'old, deferred', 'young']);
  });

  it('charges the tokens a call really took', async () => {
    const { clock, model } = setup({ tokensPerMinute: 10_000 });
    // The bucket holds 1,000: the first call takes all of it, the second waits for its own estimate to come back.
    await model.generate(REQUEST);
    await clock.runUntil(model.generate(REQUEST));
    expect(clock.now()).toBeGreaterThan(2_500);
    expect(clock.now()).toBeLessThan(3_500);
  });
});

describe('withEmbeddingRateLimit', () => {
  it('shares the slots of its endpoint', async () => {
    const { limiter } = setup({ maxConnections: 1 });
    let inFlight = 0;
    const model = withEmbeddingRateLimit(
      {
        ...DETAILS,
        embed: async (texts) => {
          inFlight = limiter.snapshot().inFlight;
          return { vectors: texts.map(() => Float32Array.of(1)), usage: NO_USAGE, latencyMs: 1, attempts: [] };
        },
      },
      limiter,
    );
    expect((await model.embed(['a', 'b'])).vectors).toHaveLength(2);
    expect([inFlight, limiter.snapshot().inFlight]).toEqual([1, 0]);
  });
});
