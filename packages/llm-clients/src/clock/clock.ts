/** Time as the packages see it, so that tests and replays need not wait. */
export interface Clock {
  /** Milliseconds since the Unix epoch. Whoever sets the machine's clock moves it. */
  now(): number;
  /** Milliseconds since a fixed moment, unaffected by changes of the clock: for differences. See `elapsedNow`. @default `now` */
  elapsed?(): number;
  /** Resolves after `ms`; rejects with the signal's reason when it is aborted first. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** How busy this process is. @default not known, as with clocks whose time does not pass while the process works */
  readonly load?: ProcessLoad | undefined;
}

/** Milliseconds for differences: `elapsed` if the clock has it, otherwise `now`. */
export function elapsedNow(clock: Pick<Clock, 'now' | 'elapsed'>): number {
  return clock.elapsed?.() ?? clock.now();
}

/** How this process has spent its time since it began, in milliseconds. */
export interface TimeSpent {
  /** Running code: its own, and that of its dependencies. */
  readonly busyMs: number;
  /** Waiting for something to happen. */
  readonly idleMs: number;
}

/** One request, watched from the moment it was begun. */
export interface RequestWatch {
  /** The request is on its way. @default the moment it was begun */
  sent(): void;
  /**
   * The reply is here. Ends the watch.
   * @returns milliseconds by which this process has kept the request waiting: its own work before the request was sent, and while the
   *   reply lay unread
   */
  received(): number;
  /** Ends the watch of a request that got no reply. May be called after `received`. */
  end(): void;
}

/** Tells the load of this process apart from the time that others take. */
export interface ProcessLoad {
  spent(): TimeSpent;
  watch(): RequestWatch;
}

/** The share of the time between two moments that this process was busy, from 0 to 1; `null` where no time has passed. */
export function busyShare(before: TimeSpent, after: TimeSpent): number | null {
  const busyMs = after.busyMs - before.busyMs;
  const allMs = busyMs + after.idleMs - before.idleMs;
  return allMs > 0 ? Math.min(1, Math.max(0, busyMs / allMs)) : null;
}
