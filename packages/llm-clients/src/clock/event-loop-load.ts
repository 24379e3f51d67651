import type { ProcessLoad, RequestWatch, TimeSpent } from './clock.js';

/** A moment of the event loop: the time, and how long the loop has been idle up to it, both in milliseconds. */
interface Mark {
  readonly atMs: number;
  readonly idleMs: number;
}

/** Access to an event loop: its time, its idle time, and a callback after each turn. */
export interface EventLoop {
  /** Milliseconds on a clock that only goes forward. */
  now(): number;
  /** Milliseconds that the loop has waited with nothing to do, since it began. */
  idleMs(): number;
  /** Calls back once, after the loop has next dealt with its sockets; keeps neither the loop turning nor the process alive. */
  afterTurn(callback: () => void): void;
}

/**
 * Watches an event loop, to tell how long a reply lay unread. A loop checks its sockets once a turn, so a reply it finds arrived
 * after the check before.
 * If the loop has been idle in this turn, the reply has waited no longer than the loop has worked since. Otherwise the reply
 * arrived at some moment of the turn before: half of the work of that turn counts, which is right on average, plus all work
 * since.
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
