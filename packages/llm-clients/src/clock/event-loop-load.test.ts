import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { busyShare } from './clock.js';
import { createEventLoopLoad } from './event-loop-load.js';
import { nodeClock } from './node-clock.js';

/** An event loop under the test's control: time passes by working and by waiting, and a turn ends at `endTurn`. */
function createToldLoop() {
  let now = 0;
  let idle = 0;
  let waiting: (() => void)[] = [];
  const load = createEventLoopLoad({
    now: () => now,
    idleMs: () => idle,
    afterTurn: (callback) => void waiting.push(callback),
  });
  return {
    load,
    now: () => now,
    work: (ms: number): void => void (now += ms),
    wait: (ms: number): void => {
      now += ms;
      idle += ms;
    },
    endTurn: (): void => {
      const due = waiting;
      waiting = [];
      for (const callback of due) callback();
    },
    waitingCallbacks: () => waiting.length,
  };
}

describe('the load of an event loop', () => {
  it('is no delay where the loop waited for the reply', () => {
    const loop = createToldLoop();
    const watch = loop.load.watch();
    watch.sent();
    loop.endTurn();
    loop.wait(200);
    expect(watch.received()).toBe(0);
  });

  it('is the work done since the loop last waited, before the reply was looked at', () => {
    const loop = createToldLoop();
    const watch = loop.load.watch();
    watch.sent();
    loop.endTurn();
    loop.wait(200);
    loop.work(30);
    expect(watch.received()).toBe(30);
  });

  it('is half of the turn before, where the loop has not waited since: the reply came at some moment of it', () => {
    const loop = createToldLoop();
    const watch = loop.load.watch();
    watch.sent();
    loop.wait(150);
    loop.endTurn();
    loop.work(100);
    loop.endTurn();
    loop.work(20);
    expect(watch.received()).toBe(100 / 2 + 20);
  });

  it('is the work done before the request was sent, too, but not the waiting for a connection', () => {
    const loop = createToldLoop();
    const watch = loop.load.watch();
    loop.work(12);
    loop.endTurn();
    loop.wait(40);
    watch.sent();
    loop.endTurn();
    loop.wait(200);
    expect(watch.received()).toBe(12);
  });

  it('watches turns only while a request is under way', () => {
    const loop = createToldLoop();
    const [one, two] = [loop.load.watch(), loop.load.watch()];
    loop.endTurn();
    expect(loop.waitingCallbacks()).toBe(1);
    one.received();
    one.end();
    loop.endTurn();
    expect(loop.waitingCallbacks()).toBe(1);
    two.end();
    loop.endTurn();
    expect(loop.waitingCallbacks()).toBe(0);
  });

  it('is never below 0 and never more than the time since the request was begun', () => {
    const acts = fc.array(
      fc.tuple(fc.constantFrom('work', 'wait', 'endTurn', 'sent' as const), fc.double({ min: 0, max: 500, noNaN: true })),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(acts, acts, (before, during) => {
        const loop = createToldLoop();
        const other = loop.load.watch();
        const play = (acted: typeof during, sent: () => void): void =>
          acted.forEach(([act, ms]) => (act === 'sent' ? sent() : act === 'endTurn' ? loop.endTurn() : loop[act as 'work'](ms)));
        play(before, () => other.sent());
        const startedAt = loop.now();
        const watch = loop.load.watch();
        play(during, () => watch.sent());
        const delayMs = watch.received();
        expect(delayMs).toBeGreaterThanOrEqual(0);
        expect(delayMs).toBeLessThanOrEqual(loop.now() - startedAt + 1e-6);
      }),
    );
  });

  it('of this process is told by the real clock', async () => {
    const load = nodeClock.load!;
    const watch = load.watch();
    watch.sent();
    await nodeClock.sleep(1);
    const before = load.spent();
    for (const until = performance.now() + 60; performance.now() < until;);
    const after = load.spent();
    expect(after.busyMs - before.busyMs).toBeGreaterThan(50);
    expect(busyShare(before, after)).toBeGreaterThan(0.8);
    expect(watch.received()).toBeGreaterThan(50);
  });
});

it('has no share where no time has passed', () => {
  expect(busyShare({ busyMs: 1, idleMs: 1 }, { busyMs: 1, idleMs: 1 })).toBeNull();
});
