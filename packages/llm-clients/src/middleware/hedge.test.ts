import { describe, expect, it } from 'vitest';
import { AbortedError, TransportError } from '../errors/provider-errors.js';
import { type GenerateRequest, type GenerateResult, type LanguageModel, NO_USAGE } from '../language-model.js';
import { EndpointLimiter } from '../limits/endpoint-limiter.js';
import { createFakeClock, type FakeClock } from '../testing/fake-clock.js';
import { withHedge } from './hedge.js';
import { withRateLimit } from './rate-limit.js';

const DETAILS = { provider: 'test', modelId: 'm' };
const REQUEST: GenerateRequest = { messages: [] };
type Step = number | { readonly failsAfterMs: number };

interface Setup {
  readonly clock: FakeClock;
  readonly limiter: EndpointLimiter;
  readonly model: LanguageModel;
  readonly sent: { readonly at: number; readonly timeoutMs: number | undefined; aborted: boolean }[];
  /** Latencies of the requests to come, in order. @default 100 */
  readonly script: Step[];
}

function setup(maxConnections = 10): Setup {
  const clock = createFakeClock(0);
  const limiter = new EndpointLimiter({ endpoint: 'test', clock, maxConnections });
  const sent: Setup['sent'] = [];
  const script: Step[] = [];
  const provider: LanguageModel = {
    ...DETAILS,
    async generate({ signal, timeoutMs }): Promise<GenerateResult> {
      const step = script.shift() ?? 100;
      const request = { at: clock.now(), timeoutMs, aborted: false };
      sent.push(request);
      const latencyMs = typeof step === 'number' ? step : step.failsAfterMs;
      try {
        await clock.sleep(latencyMs, signal);
      } catch (cause) {
        request.aborted = true;
        throw new AbortedError('aborted', { ...DETAILS, cause });
      }
      if (typeof step !== 'number') {
        const error = new TransportError('broken', DETAILS);
        error.attempts = [{ outcome: 'transport', latencyMs }];
        throw error;
      }
      return {
        text: String(sent.length),
        finishReason: 'stop',
        usage: NO_USAGE,
        latencyMs,
        attempts: [{ outcome: 'answered', latencyMs }],
        droppedParameters: [],
      };
    },
  };
  return { clock, limiter, model: withHedge(withRateLimit(provider, limiter), { clock }), sent, script };
}

/** Twenty calls of 100 ms each: from now on, slow means slower than that. */
async function warmUp({ clock, model, sent }: Setup): Promise<void> {
  for (let call = 0; call < 20; call += 1) await clock.runUntil(model.generate(REQUEST));
  expect(sent).toHaveLength(20);
  sent.length = 0;
}

describe('withHedge', () => {
  it('sends no second request before it knows what slow is', async () => {
    const its = setup();
    its.script.push(60_000);
    await its.clock.runUntil(its.model.generate(REQUEST));
    expect(its.sent).toHaveLength(1);
  });

  it('sends a second request once the call outlasted the others, and takes the first answer', async () => {
    const its = setup();
    await warmUp(its);
    const start = its.clock.now();
    its.script.push(60_000, 50);
    const result = await its.clock.runUntil(its.model.generate(REQUEST));
    await its.clock.advance(0);
    expect(its.sent.map(({ at }) => at - start)).toEqual([0, 100]);
    expect(its.sent.map(({ aborted }) => aborted)).toEqual([true, false]);
    expect(result.latencyMs).toBe(50);
    expect(result.attempts).toEqual([
      { outcome: 'abandoned', latencyMs: 150, message: expect.stringContaining('cost is unknown') as string },
      { outcome: 'answered', latencyMs: 50 },
    ]);
    expect(its.limiter.snapshot().inFlight).toBe(0);
    expect(its.clock.sleeping).toBe(0);
  });

  it('reports the second request as abandoned when the first one answers after all', async () => {
    const its = setup();
    await warmUp(its);
    its.script.push(130, 60_000);
    const result = await its.clock.runUntil(its.model.generate(REQUEST));
    expect(result.attempts.map(({ outcome, latencyMs }) => [outcome, latencyMs])).toEqual([
      ['abandoned', 30],
      ['answered', 130],
    ]);
  });

  it('takes only a free slot', async () => {
    const its = setup(1);
    await warmUp(its);
    its.script.push(5_000);
    const result = await its.clock.runUntil(its.model.generate(REQUEST));
    expect(its.sent).toHaveLength(1);
    expect(result.attempts).toHaveLength(1);
  });

  it('waits from the moment the slot is held, not from the queue', async () => {
    const its = setup(1);
    await warmUp(its);
    const slot = await its.limiter.acquire();
    const call = its.model.generate(REQUEST);
    await its.clock.advance(10_000);
    slot.release({ type: 'neutral' });
    await its.clock.runUntil(call);
    expect(its.sent).toHaveLength(1);
  });

  it('lets the second request save a call whose first one failed', async () => {
    const its = setup();
    await warmUp(its);
    its.script.push({ failsAfterMs: 120 }, 70);
    const result = await its.clock.runUntil(its.model.generate(REQUEST));
    expect(result.attempts.map(({ outcome }) => outcome)).toEqual(['transport', 'answered']);
  });

  it('fails with all attempts when both requests fail', async () => {
    const its = setup();
    await warmUp(its);
    its.script.push({ failsAfterMs: 120 }, { failsAfterMs: 70 });
    await expect(its.clock.runUntil(its.model.generate(REQUEST))).rejects.toMatchObject({
      kind: 'transport',
      attempts: [{ latencyMs: 120 }, { latencyMs: 70 }],
    });
  });

  it('hedges nothing that failed before it was slow', async () => {
    const its = setup();
    await warmUp(its);
    its.script.push({ failsAfterMs: 20 });
    await expect(its.clock.runUntil(its.model.generate(REQUEST))).rejects.toMatchObject({ kind: 'transport' });
    await its.clock.advance(10_000);
    expect(its.sent).toHaveLength(1);
  });

  it('sends no second request once no further request may start', async () => {
    const its = setup();
    await warmUp(its);
    its.script.push(500);
    const stop = new AbortController();
    const call = its.model.generate({ ...REQUEST, stop: stop.signal });
    await its.clock.advance(50);
    stop.abort(new Error('Ctrl-C'));
    await its.clock.runUntil(call);
    expect(its.sent).toHaveLength(1);
  });

  it('aborts both requests with their caller', async () => {
    const its = setup();
    await warmUp(its);
    its.script.push(60_000, 60_000);
    const stop = new AbortController();
    const call = its.model.generate({ ...REQUEST, signal: stop.signal });
    await its.clock.advance(1_000);
    stop.abort(new Error('enough'));
    await expect(call).rejects.toMatchObject({ kind: 'aborted' });
    await its.clock.advance(0);
    expect(its.sent.map(({ aborted }) => aborted)).toEqual([true, true]);
    expect(its.limiter.snapshot().inFlight).toBe(0);
  });

  it('does not take its own help for the endpoint’s speed', async () => {
    const its = setup();
    await warmUp(its);
    for (let call = 0; call < 40; call += 1) {
      its.script.push(60_000, 10);
      await its.clock.runUntil(its.model.generate(REQUEST));
    }
    its.sent.length = 0;
    const start = its.clock.now();
    its.script.push(60_000, 10);
    await its.clock.runUntil(its.model.generate(REQUEST));
    expect((its.sent[1]?.at ?? 0) - start).toBeGreaterThanOrEqual(100);
  });
});
