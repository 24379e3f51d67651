import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClientEvent } from '../model-clients.js';
import { createFakeClock, type FakeClock } from '../testing/fake-clock.js';
import { EndpointLimiter, type EndpointLimiterOptions, type Slot } from './endpoint-limiter.js';

function limiterWith(options: Partial<EndpointLimiterOptions> = {}): {
  readonly limiter: EndpointLimiter;
  readonly clock: FakeClock;
  readonly events: ClientEvent[];
} {
  const clock = createFakeClock(0);
  const events: ClientEvent[] = [];
  return {
    limiter: new EndpointLimiter({ endpoint: 'test', clock, onEvent: (event) => events.push(event), ...options }),
    clock,
    events,
  };
}

const ANSWERED = { type: 'answered', tokens: 0 } as const;

describe('EndpointLimiter', () => {
  it('never has more calls out than it has connections', async () => {
    const { limiter, clock } = limiterWith({ maxConnections: 3 });
    const slots: Slot[] = [];
    const calls = Array.from({ length: 10 }, () => limiter.acquire().then((slot) => slots.push(slot)));
    await clock.advance(0);
    expect(slots).toHaveLength(3);
    expect(limiter.snapshot()).toEqual({ endpoint: 'test', connections: 3, inFlight: 3, queued: 7, rateLimited: 0, retried: 0 });
    while (slots.length > 0) {
      slots.shift()?.release(ANSWERED);
      await clock.advance(0);
      expect(limiter.snapshot().inFlight).toBeLessThanOrEqual(3);
    }
    await Promise.all(calls);
    expect(limiter.snapshot()).toMatchObject({ inFlight: 0, queued: 0 });
  });

  it('counts a slot once, however often it is released', async () => {
    const { limiter } = limiterWith({ maxConnections: 1 });
    const slot = await limiter.acquire();
    slot.release(ANSWERED);
    slot.release(ANSWERED);
    expect(limiter.snapshot().inFlight).toBe(0);
  });

  it('serves older runs first, and deferred work after what is waited for', async () => {
    const { limiter, clock } = limiterWith({ maxConnections: 1 });
    const first = await limiter.acquire();
    const served: string[] = [];
    const queue = (name: string, order: number, deferred = false): Promise<void> =>
      limiter.acquire({ place: { order, deferred } }).then((slot) => {
        served.push(name);
        slot.release(ANSWERED);
      });
    const calls = [queue('young', 9), queue('old, deferred', 1, true), queue('old', 1), queue('old, later', 1)];
    await clock.advance(0);
    first.release(ANSWERED);
    await Promise.all(calls);
    expect(served).toEqual(['old', 'old, later', 'old, deferred', 'young']);
  });

  it('lets a waiting call go when it is aborted', async () => {
    const { limiter, clock } = limiterWith({ maxConnections: 1 });
    const slot = await limiter.acquire();
    const stop = new AbortController();
    const waiting = limiter.acquire({ signals: [new AbortController().signal, stop.signal] });
    stop.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
    await expect(limiter.acquire({ signals: [new AbortController().signal, stop.signal] })).rejects.toThrow('enough');
    expect(limiter.snapshot()).toMatchObject({ inFlight: 1, queued: 0 });
    slot.release(ANSWERED);
    await clock.advance(0);
    expect(limiter.snapshot()).toMatchObject({ inFlight: 0, queued: 0 });
  });

  it('starts no more than a few calls in one turn of the event loop, even when the limit jumps', async () => {
    let turn = 0;
    const turns: (() => void)[] = [];
    const { limiter } = limiterWith({
      startConnections: 1_000,
      nextTurn: () => new Promise((resolve) => turns.push(resolve)),
    });
    const startedInTurn: number[] = [];
    const calls = Array.from({ length: 500 }, () =>
      limiter.acquire().then(() => {
        startedInTurn[turn] = (startedInTurn[turn] ?? 0) + 1;
      }),
    );
    for (; turn < 200 && limiter.snapshot().queued > 0; turn += 1) {
      await Promise.resolve();
      turns.shift()?.();
      await Promise.resolve();
      await Promise.resolve();
      await Promise.resolve();
    }
    await Promise.all(calls);
    expect(Math.max(...startedInTurn.filter((count) => count > 0))).toBeLessThanOrEqual(50);
    expect(startedInTurn.reduce((sum, count) => sum + count, 0)).toBe(500);
  });

  it('keeps to the requests a minute that were set', async () => {
    const { limiter, clock } = limiterWith({ requestsPerMinute: 60 });
    const startedAt: number[] = [];
    const calls = Array.from({ length: 20 }, () =>
      limiter.acquire().then((slot) => {
        startedAt.push(clock.now());
        slot.release(ANSWERED);
      }),
    );
    await clock.runUntil(Promise.all(calls));
    expect(startedAt.slice(0, 6)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(startedAt.slice(6)).toEqual(Array.from({ length: 14 }, (_, index) => (index + 1) * 1_000));
  });

  it('keeps to the tokens a minute, and gives back what was reserved for nothing', async () => {
    const { limiter, clock } = limiterWith({ tokensPerMinute: 60_000 });
    const ask = { tokens: () => 6_000 };
    (await limiter.acquire(ask)).release({ type: 'answered', tokens: 6_000 });
    const second = limiter.acquire(ask).then((slot) => {
      expect(clock.now()).toBe(6_000);
      slot.release({ type: 'answered', tokens: 1_000 });
    });
    await clock.runUntil(second);
    await clock.runUntil(limiter.acquire(ask));
    expect(clock.now()).toBe(7_000);
  });

  it('learns from headers what a model is allowed, and holds no other model to it', async () => {
    const { limiter, clock } = limiterWith();
    limiter.learn('small', { limitRequests: 60, remainingRequests: 1, resetRequestsMs: 59_000 });
    await limiter.acquire({ model: 'small' });
    await limiter.acquire({ model: 'large' });
    expect(clock.now()).toBe(0);
    await clock.runUntil(limiter.acquire({ model: 'small' }));
    expect(clock.now()).toBe(1_000);
  });

  it('starts nothing while the provider asks to wait', async () => {
    const { limiter, clock, events } = limiterWith({ startConnections: 10 });
    (await limiter.acquire()).release({ type: 'rate-limited', retryAfterMs: 4_000 });
    expect(limiter.tryAcquire()).toBeUndefined();
    await clock.runUntil(limiter.acquire());
    expect(clock.now()).toBe(4_000);
    expect(events).toEqual([
      { type: 'rate-limited', endpoint: 'test', retryAfterMs: 4_000 },
      { type: 'limit-changed', endpoint: 'test', connections: 8 },
    ]);
    expect(limiter.snapshot()).toMatchObject({ rateLimited: 1, connections: 8 });
  });

  it('gives a slot out of turn only if nobody waits and one is free', async () => {
    const { limiter, clock } = limiterWith({ maxConnections: 2 });
    const slot = limiter.tryAcquire();
    expect(slot).toBeDefined();
    await limiter.acquire();
    expect(limiter.tryAcquire()).toBeUndefined();
    void limiter.acquire();
    slot?.release(ANSWERED);
    await clock.advance(0);
    expect(limiter.tryAcquire()).toBeUndefined();
  });

  it('sleeps no longer than anybody waits', async () => {
    const { limiter, clock } = limiterWith({ requestsPerMinute: 10 });
    await limiter.acquire();
    await clock.advance(0);
    expect(clock.sleeping).toBe(0);
  });
});

describe('against a server that hides its limit', () => {
  /** Calls that take a second each, of which the server bears `hidden` at once and answers the others with 429. */
  async function simulate(
    hidden: number,
    { calls, callers }: { readonly calls: number; readonly callers: number },
  ): Promise<{ readonly limiter: EndpointLimiter; readonly refused: number; readonly tookMs: number }> {
    const { limiter, clock } = limiterWith();
    let atServer = 0;
    let refused = 0;
    let left = calls;
    const caller = async (order: number): Promise<void> => {
      while (left > 0) {
        left -= 1;
        for (let done = false; !done;) {
          const slot = await limiter.acquire({ place: { order, deferred: false } });
          if (atServer >= hidden) {
            refused += 1;
            slot.release({ type: 'rate-limited', retryAfterMs: 1_000 });
            await clock.sleep(1_000);
          } else {
            atServer += 1;
            await clock.sleep(1_000);
            atServer -= 1;
            slot.release(ANSWERED);
            done = true;
          }
        }
      }
    };
    await clock.runUntil(Promise.all(Array.from({ length: callers }, (_, order) => caller(order))));
    return { limiter, refused, tookMs: clock.now() };
  }

  it('rises to it from below', async () => {
    const { limiter, tookMs } = await simulate(400, { calls: 40_000, callers: 1_000 });
    expect(limiter.snapshot().connections).toBeGreaterThan(250);
    expect(limiter.snapshot().connections).toBeLessThan(520);
    // No controller could do it in less than 100 s.
    expect(tookMs).toBeLessThan(160_000);
  });

  it('falls to it from above within seconds, at the cost of few refusals', async () => {
    const { limiter, refused, tookMs } = await simulate(30, { calls: 6_000, callers: 300 });
    expect(limiter.snapshot().connections).toBeGreaterThan(20);
    expect(limiter.snapshot().connections).toBeLessThan(45);
    expect(refused).toBeLessThan(0.1 * 6_000);
    // No controller could do it in less than 200 s.
    expect(tookMs).toBeLessThan(300_000);
  });
});

describe('a model without allowance', () => {
  const emptyMinute = { limitRequests: 60, remainingRequests: 0 };

  it('does not hold up another model of the same endpoint', async () => {
    const { limiter, clock } = limiterWith();
    limiter.learn('busy', emptyMinute);
    const started: string[] = [];
    const ask = (model: string, order: number): Promise<unknown> =>
      limiter.acquire({ model, place: { order, deferred: false } }).then(() => started.push(`${model} at ${clock.now()}`));
    const calls = [ask('busy', 0), ask('busy', 0), ask('idle', 9), ask('idle', 8)];
    await clock.runUntil(Promise.all(calls));
    expect(started).toEqual(['idle at 0', 'idle at 0', 'busy at 1000', 'busy at 2000']);
  });

  it('does not hold up another model after a 429', async () => {
    const { limiter, clock } = limiterWith();
    (await limiter.acquire({ model: 'busy' })).release({ type: 'rate-limited', retryAfterMs: 30_000 });
    await clock.runUntil(limiter.acquire({ model: 'idle' }));
    expect(clock.now()).toBe(0);
    await clock.runUntil(limiter.acquire({ model: 'busy' }));
    expect(clock.now()).toBe(30_000);
  });

  it('does not keep a hedge of another model from a free slot', async () => {
    const { limiter, clock } = limiterWith();
    limiter.learn('busy', emptyMinute);
    const waiting = limiter.acquire({ model: 'busy' });
    expect(limiter.tryAcquire({ model: 'idle' })).toBeDefined();
    expect(limiter.tryAcquire({ model: 'busy' })).toBeUndefined();
    await clock.runUntil(waiting);
  });

  it("lets nobody overtake at the user's own limit, which is of all models together", async () => {
    const { limiter, clock } = limiterWith({ tokensPerMinute: 60_000 });
    const started: string[] = [];
    const ask = (model: string, tokens: number): Promise<unknown> =>
      limiter.acquire({ model, tokens: () => tokens }).then(() => started.push(model));
    await clock.runUntil(Promise.all([ask('a', 6_000), ask('b', 5_000), ask('c', 10), ask('c', 10)]));
    expect(started).toEqual(['a', 'b', 'c', 'c']);
  });
});

describe('the clock of the machine', () => {
  /** When calls start, where the time of day is set anew at every look at it. */
  const startsUnder = async (settings: readonly number[]): Promise<readonly number[]> => {
    const clock = createFakeClock(0);
    let looks = 0;
    const now = (): number => clock.now() + (settings[(looks += 1) % settings.length] ?? 0);
    const steady: FakeClock = Object.assign(Object.create(clock) as FakeClock, { now, elapsed: () => clock.now() });
    const limiter = new EndpointLimiter({ endpoint: 'test', clock: steady, requestsPerMinute: 30 });
    const started: number[] = [];
    const calls = Array.from({ length: 12 }, async (_, index) => {
      const slot = await limiter.acquire({ model: `m${index % 2}` });
      started.push(clock.now());
      await clock.sleep(500);
      slot.release(index % 3 === 0 ? { type: 'rate-limited', retryAfterMs: 4_000 } : { type: 'answered', tokens: 10 });
    });
    await clock.runUntil(Promise.all(calls));
    return started;
  };

  it('may be set at any moment: calls start when they would have', async () => {
    const usual = await startsUnder([0]);
    const offsets = fc.array(fc.integer({ min: -4e12, max: 4e12 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(offsets, async (settings) => {
        expect(await startsUnder(settings)).toEqual(usual);
      }),
      { numRuns: 40 },
    );
  });
});
