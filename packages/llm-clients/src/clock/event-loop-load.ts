import type { ProcessLoad, RequestWatch, TimeSpent } from './clock.js';

/** A moment of the event loop: the time, and how long the loop has been idle up to it, both in milliseconds. */
interface Mark {
  readonly atMs: number;
  readonly idleMs: number;
}

/** Where an event loop tells its time, and lets itself be looked at. */
export interface EventLoop {
  /** Milliseconds on a clock that only goes forward. */
  now(): number;
  /** Milliseconds that the loop has waited with nothing to do, since it began. */
  idleMs(): number;
  /** Calls back once, after the loop has next dealt with its sockets; keeps neither the loop turning nor the process alive. */
  afterTurn(callback: () => void): void;
}

/**
 * Watches an event loop. A loop looks at its sockets once a turn: a reply that it finds has come since the look before. So where the loop
 * has been idle in the turn at hand, a reply has waited no longer than the loop has worked since. Where it has not, the reply has come at
 * any moment of the turn before, and is given half of what the loop worked then, which is right on average, besides all of the work since.
 */
export function createEventLoopLoad(loop: EventLoop): ProcessLoad {
  const mark = (): Mark => ({ atMs: loop.now(), idleMs: loop.idleMs() });
  let watched = 0;
  let isTurning = false;
  let before = mark();
  let lastTurn = before;

  const onTurn = (): void => {
    before = lastTurn;
    lastTurn = mark();
    isTurning = watched > 0;
    if (isTurning) loop.afterTurn(onTurn);
  };
  const begin = (): void => {
    watched += 1;
    if (isTurning) return;
    isTurning = true;
    lastTurn = mark();
    before = lastTurn;
    loop.afterTurn(onTurn);
  };

  return {
    spent: (): TimeSpent => {
      const { atMs, idleMs } = mark();
      return { busyMs: Math.max(0, atMs - idleMs), idleMs };
    },
    watch: (): RequestWatch => {
      begin();
      const start = mark();
      let sent = start;
      let isOver = false;
      const end = (): void => {
        if (isOver) return;
        isOver = true;
        watched -= 1;
      };
      return {
        sent: () => {
          sent = mark();
        },
        received: () => {
          const now = mark();
          const hasWaited = now.idleMs > lastTurn.idleMs;
          const unreadMs = busyBetween(lastTurn, now) + (hasWaited ? 0 : busyBetween(before, lastTurn) / 2);
          end();
          return busyBetween(start, sent) + Math.min(unreadMs, Math.max(0, now.atMs - sent.atMs));
        },
        end,
      };
    },
  };
}

function busyBetween(from: Mark, to: Mark): number {
  return Math.max(0, to.atMs - from.atMs - (to.idleMs - from.idleMs));
}
