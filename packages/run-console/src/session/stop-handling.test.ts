import { EventEmitter } from 'node:events';
import { createFakeClock } from '@entente/llm-clients/testing';
import { BudgetExhaustedError } from '@entente/simulation-core';
import { describe, expect, it } from 'vitest';
import { handleStops } from './stop-handling.js';

function setUp(maxWallTimeMs?: number) {
  const signals = new EventEmitter();
  const clock = createFakeClock();
  const said: string[] = [];
  const stops = handleStops({
    signals,
    clock,
    graceMs: 60_000,
    onStop: (message) => said.push(message),
    ...(maxWallTimeMs !== undefined && { maxWallTimeMs }),
  });
  return { signals, clock, said, stops };
}

describe('handleStops', () => {
  it('lets no call start after the first signal, and cuts after the second', () => {
    const { signals, said, stops } = setUp();
    signals.emit('SIGINT');
    expect([stops.stop.aborted, stops.abort.aborted]).toEqual([true, false]);
    expect(said[0]).toContain('1 min 00 s to land on record');
    signals.emit('SIGINT');
    expect(stops.abort.aborted).toBe(true);
    expect(stops.stoppedBy()).toBe('SIGINT');
  });

  it('leaves the third signal to the system', () => {
    const { signals } = setUp();
    signals.emit('SIGTERM');
    signals.emit('SIGINT');
    expect(signals.listenerCount('SIGINT') + signals.listenerCount('SIGTERM')).toBe(0);
  });

  it('stops when the time budget is used up, as a budget and not as a signal', async () => {
    const { clock, stops } = setUp(5000);
    await clock.advance(4999);
    expect(stops.stop.aborted).toBe(false);
    await clock.advance(1);
    expect(stops.stop.reason).toBeInstanceOf(BudgetExhaustedError);
    expect(stops.stoppedBy()).toBeUndefined();
  });

  it('lets go of signals and timers when the session is over', () => {
    const { signals, clock, stops } = setUp(5000);
    stops.release();
    expect(signals.listenerCount('SIGINT')).toBe(0);
    expect(clock.sleeping).toBe(0);
  });
});
