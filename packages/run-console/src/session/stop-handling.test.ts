import { EventEmitter } from 'node:events';
import { createFakeClock } from '@entente/llm-clients/testing';
import { BudgetExhaustedError } from '@entente/simulation-core';
import { describe, expect, it } from 'vitest';
import { STOP_SIGNALS } from '../cli/console-io.js';
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

  it.each(STOP_SIGNALS)('stops after %s and cuts after any other', (first) => {
    for (const second of STOP_SIGNALS) {
      const { signals, stops } = setUp();
      signals.emit(first);
      expect([stops.stop.aborted, stops.abort.aborted, stops.stoppedBy()]).toEqual([true, false, first]);
      signals.emit(second);
      expect(stops.abort.aborted, second).toBe(first !== 'SIGHUP' || second !== 'SIGHUP');
      expect(stops.stoppedBy()).toBe(first);
    }
  });

  it('takes a second SIGHUP for the same closed terminal, and cuts at a Ctrl-C after it', () => {
    const { signals, stops } = setUp();
    for (const signal of ['SIGHUP', 'SIGHUP', 'SIGHUP']) signals.emit(signal);
    expect(stops.abort.aborted).toBe(false);
    signals.emit('SIGINT');
    expect(stops.abort.aborted).toBe(true);
  });

  it('leaves the third signal to the system', () => {
    const { signals } = setUp();
    signals.emit('SIGTERM');
    signals.emit('SIGINT');
    expect(STOP_SIGNALS.map((signal) => signals.listenerCount(signal))).toEqual([0, 0, 0]);
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
